// The rules of the house, run: who may include whom, where SQL may stand, and a few traps.
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace {

struct SourceFile {
    QString path; // below the source folder
    QStringList lines;
};

std::vector<SourceFile> sources(const QStringList& folders) {
    const QDir root(QStringLiteral(COMANDA_SOURCE_DIR));
    std::vector<SourceFile> files;
    for (const QString& folder : folders) {
        QDirIterator it(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly)) {
                files.push_back({root.relativeFilePath(file.fileName()),
                                 QString::fromUtf8(file.readAll()).split(u'\n')});
            }
        }
    }
    return files;
}

// The folder of a file as the layers name it: "core/net", "core/connectors/telegram", "ui/inbox".
QString folderOf(const QString& path) {
    return path.section(u'/', 0, -2);
}

const QSet<QString> kBaseDomain{u"core/base"_s, u"core/domain"_s};

// What a folder may include beside itself; an empty entry means "not listed".
QSet<QString> allowed(const QString& folder) {
    if (folder == "core/base"_L1) {
        return {};
    }
    if (folder == "core/domain"_L1 || folder == "core/security"_L1 || folder == "core/net"_L1) {
        return {u"core/base"_s};
    }
    if (folder == "core/store"_L1) {
        return kBaseDomain;
    }
    if (folder == "core/mailbox"_L1) {
        return {u"core/base"_s, u"core/net"_s, u"core/security"_s, u"core/store"_s};
    }
    if (folder == "core/connect"_L1) {
        return QSet<QString>(kBaseDomain) << u"core/net"_s;
    }
    if (folder == "core/connectors"_L1) { // the registry
        return QSet<QString>(kBaseDomain) << u"core/connect"_s << u"core/connectors/*"_s;
    }
    if (folder.startsWith("core/connectors/"_L1)) {
        return QSet<QString>(kBaseDomain)
               << u"core/net"_s << u"core/connect"_s << u"core/connectors/graph"_s;
    }
    if (folder == "core/hub"_L1) {
        return {u"core/*"_s};
    }
    if (folder == "app/text"_L1) {
        return kBaseDomain;
    }
    if (folder.startsWith("ui/"_L1) || folder == "ui"_L1) {
        return QSet<QString>(kBaseDomain)
               << u"core/store"_s << u"core/hub"_s << u"app/text"_s << u"ui/*"_s;
    }
    return {u"core/*"_s, u"ui/*"_s, u"app/*"_s}; // app: thin mains that wire everything
}

bool mayInclude(const QString& folder, const QString& included) {
    if (folder == included) {
        return true;
    }
    for (const QString& pattern : allowed(folder)) {
        const bool below = pattern.endsWith("/*"_L1) && included.startsWith(pattern.chopped(1));
        if (pattern == included || below) {
            return true;
        }
    }
    return false;
}

// `file:line` of every line that matches, outside the folders in `except`.
QStringList matches(const QStringList& folders, const QString& pattern, const QStringList& except) {
    const QRegularExpression expression(pattern);
    QStringList found;
    for (const SourceFile& file : sources(folders)) {
        const bool exempt = std::any_of(except.begin(), except.end(), [&](const QString& prefix) {
            return file.path.startsWith(prefix);
        });
        for (qsizetype i = 0; !exempt && i < file.lines.size(); ++i) {
            if (expression.match(file.lines[i]).hasMatch()) {
                found.append(u"%1:%2: %3"_s.arg(file.path).arg(i + 1).arg(
                    file.lines[i].trimmed().left(120)));
            }
        }
    }
    return found;
}

const QStringList kProduct{u"core"_s, u"ui"_s, u"app"_s};

} // namespace

TEST_CASE("Folders include only downwards", "[lint]") {
    static const QRegularExpression include(u"^#include \"((?:core|ui|app|tests)/[^\"]+)\""_s);
    QStringList wrong;
    int seen = 0;
    for (const SourceFile& file : sources(kProduct)) {
        for (const QString& line : file.lines) {
            const auto match = include.match(line);
            if (!match.hasMatch()) {
                continue;
            }
            ++seen;
            if (!mayInclude(folderOf(file.path), folderOf(match.captured(1)))) {
                wrong.append(file.path + u" -> "_s + match.captured(1));
            }
        }
    }
    INFO(wrong.join(u'\n').toStdString());
    CHECK(wrong.isEmpty());
    CHECK(seen > 100); // the walk found the sources
}

TEST_CASE("The mailbox sees the store's journal face only", "[lint]") {
    CHECK(matches({u"core/mailbox"_s}, u"#include \"core/store/(?!journal\\.h)"_s, {})
          == QStringList());
}

TEST_CASE("Values know nothing of networks, databases and windows", "[lint]") {
    const QString gui =
        u"#include <(Q(Widget|Gui|Application|Painter|Icon|Color|Pixmap|Image|Font)|QtGui|QtWidgets)"_s;
    CHECK(matches({u"core"_s}, gui, {}) == QStringList());
    const QString io = u"#include <(QNetwork|QTcp|QUdp|QSql|QHttp|QHost)"_s;
    CHECK(matches({u"core/base"_s, u"core/domain"_s}, io, {}) == QStringList());
    CHECK(matches({u"ui"_s}, u"#include <(QNetwork|QTcp|QUdp|QSql|QHttp|QHost)"_s, {})
          == QStringList());
    CHECK(matches({u"core/domain"_s}, u"Q_OBJECT"_s, {}) == QStringList());
}

TEST_CASE("SQL stands in the store and nowhere else", "[lint]") {
    const QString sql =
        u"\"\\s*(SELECT |INSERT (INTO|OR) |UPDATE [a-z_]+ SET |DELETE FROM |CREATE (TABLE|INDEX) |PRAGMA )"_s;
    CHECK(matches(kProduct, sql, {u"core/store/"_s}) == QStringList());
    CHECK(matches(kProduct, u"#include <(QSql|sqlite3)"_s, {u"core/store/"_s}) == QStringList());
    CHECK_FALSE(matches({u"core/store"_s}, sql, {}).isEmpty()); // the pattern does find it
}

TEST_CASE("Customers' text is never rich text, and nothing waits in a nested loop", "[lint]") {
    CHECK(matches(kProduct,
                  u"Qt::(Rich|Auto|Markdown)Text|setHtml\\(|QTextBrowser|setMarkdown\\("_s, {})
          == QStringList());
    CHECK(matches(kProduct, u"QEventLoop |QMessageBox|processEvents\\("_s, {}) == QStringList());
    // QLabel guesses the format of its text unless it is told; PlainLabel tells it.
    CHECK(matches({u"ui"_s, u"app"_s}, u"new QLabel|QLabel [a-z]"_s,
                  {u"ui/widgets/plain_label"_s, u"app/practice/panel"_s})
          == QStringList());
}

TEST_CASE("Unfinished work is not left in the sources", "[lint]") {
    CHECK(matches({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s}, u"\\b(TODO|FIXME|XXX|HACK)\\b"_s,
                  {u"tests/lint/"_s})
          == QStringList());
    CHECK(matches({u"tests"_s}, u"sleep_for|QThread::m?sleep|QTest::qWait\\("_s,
                  {u"tests/lint/"_s, u"tests/support/"_s})
          == QStringList());
}

TEST_CASE("Every header is included once only", "[lint]") {
    QStringList missing;
    for (const SourceFile& file : sources(kProduct)) {
        if (file.path.endsWith(".h"_L1) && !file.lines.contains(u"#pragma once"_s)) {
            missing.append(file.path);
        }
    }
    CHECK(missing == QStringList());
}

// The rules of the house, run: who may include whom, where SQL may stand, and a few traps.
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
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

using Folders = QSet<QString>;

const Folders kValues{u"core/base"_s, u"core/domain"_s};
const Folders kSpoken = kValues + Folders{u"app/text"_s};
const Folders kShop = kSpoken + Folders{u"core/store"_s, u"core/hub"_s}; // what a screen works on
const Folders kConnector =
    kValues + Folders{u"core/net"_s, u"core/connect"_s, u"core/connectors/graph"_s};
const Folders kLook{u"ui/theme"_s, u"ui/widgets"_s, u"ui/models"_s};

// What a folder may include beside itself. "/*": any folder below.
const QMap<QString, Folders> kMayInclude{
    {u"core/base"_s, {}},
    {u"core/domain"_s, {u"core/base"_s}},
    {u"core/security"_s, {u"core/base"_s}},
    {u"core/net"_s, {u"core/base"_s}},
    {u"core/store"_s, kValues},
    {u"core/mailbox"_s, {u"core/base"_s, u"core/net"_s, u"core/security"_s, u"core/store"_s}},
    {u"core/connect"_s, kValues + Folders{u"core/net"_s}},
    {u"core/connectors"_s, // the registry
     kValues + Folders{u"core/connect"_s, u"core/connectors/*"_s}},
    {u"core/connectors/*"_s, kConnector}, // never another platform
    {u"core/connectors/messenger"_s, kConnector + Folders{u"core/connectors/messaging"_s}},
    {u"core/connectors/instagram"_s, kConnector + Folders{u"core/connectors/messaging"_s}},
    {u"core/connectors/facebook"_s, kConnector + Folders{u"core/connectors/messaging"_s}},
    {u"core/hub"_s, {u"core/*"_s}},

    {u"ui/theme"_s, kValues},
    {u"ui/sound"_s, {u"core/base"_s}},
    {u"ui/widgets"_s, kValues + Folders{u"ui/theme"_s}},
    {u"ui/models"_s, kSpoken + Folders{u"core/store"_s}},
    {u"ui/orders"_s, kShop + kLook}, // the order as card and pane, for the screens
    {u"ui/inbox"_s, kShop + kLook + Folders{u"ui/orders"_s}},
    {u"ui/queue"_s, kShop + kLook + Folders{u"ui/orders"_s}},
    {u"ui/settings"_s, kShop + kLook + Folders{u"core/connect"_s}}, // to link a phone
    {u"ui/shell"_s, // arranges the screens, asks the store for nothing itself
     kSpoken + kLook + Folders{u"core/hub"_s, u"ui/inbox"_s, u"ui/queue"_s, u"ui/sound"_s}},

    {u"app/text"_s, kValues},
    {u"app/process"_s, {}},
    {u"app/practice"_s, kValues}, // platforms know nothing of us: they speak over sockets
    {u"app/practice/panel"_s, kSpoken + Folders{u"app/practice"_s, u"ui/theme"_s, u"ui/widgets"_s}},
    {u"app/server"_s, // without a window
     kSpoken
         + Folders{u"app/process"_s, u"core/hub"_s, u"core/mailbox"_s, u"core/security"_s,
                   u"core/store"_s}},
    {u"app/ctl"_s, // looks into everything, and has no window and no mailbox
     kSpoken
         + Folders{u"app/process"_s, u"core/connect"_s, u"core/connectors"_s, u"core/hub"_s,
                   u"core/net"_s, u"core/security"_s, u"core/store"_s}},
    {u"app/desktop"_s, // the shell and what stands beside it, never the inside of a screen
     kShop + kLook
         + Folders{u"app/practice"_s, u"app/process"_s, u"ui/settings"_s, u"ui/shell"_s,
                   u"ui/sound"_s}},
};

// The row of kMayInclude that a file stands in.
QString rowOf(const QString& path) {
    if (path.startsWith("app/practice/panel."_L1)) { // the one part of it with widgets
        return u"app/practice/panel"_s;
    }
    const QString folder = folderOf(path);
    const bool connector = folder.startsWith("core/connectors/"_L1);
    return connector && !kMayInclude.contains(folder) ? u"core/connectors/*"_s : folder;
}

bool mayInclude(const QString& path, const QString& included) {
    if (folderOf(path) == included) {
        return true;
    }
    const Folders may = kMayInclude.value(rowOf(path));
    return std::any_of(may.begin(), may.end(), [&](const QString& pattern) {
        const bool below = pattern.endsWith("/*"_L1) && included.startsWith(pattern.chopped(1));
        return pattern == included || below;
    });
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
    static const QRegularExpression include(u"^\\s*#\\s*include \"([^\"]+)\""_s);
    static const QRegularExpression fromTheRoot(
        u"^(core|ui|app)/|^comanda_version\\.h$|^moc_[a-z_]+\\.cpp$"_s);
    QStringList wrong;
    int seen = 0;
    for (const SourceFile& file : sources(kProduct)) {
        for (const QString& line : file.lines) {
            const QString included = include.match(line).captured(1);
            if (included.isEmpty()) {
                continue;
            }
            ++seen;
            if (!fromTheRoot.match(included).hasMatch()
                || (included.contains(u'/') && !mayInclude(file.path, folderOf(included)))) {
                wrong.append(file.path + u" -> "_s + included);
            }
        }
    }
    INFO(wrong.join(u'\n').toStdString());
    CHECK(wrong.isEmpty());
    CHECK(seen > 100); // the walk found the sources
}

TEST_CASE("Every folder says what it may include, and no folder is gone", "[lint]") {
    QSet<QString> rows;
    for (const SourceFile& file : sources(kProduct)) {
        rows.insert(rowOf(file.path));
    }
    for (auto row = kMayInclude.keyBegin(); row != kMayInclude.keyEnd(); ++row) {
        INFO(row->toStdString());
        CHECK(rows.remove(*row));
    }
    CHECK(rows.values() == QStringList()); // without a row
}

TEST_CASE("No arrow goes up, sideways or around", "[lint]") {
    const std::vector<std::pair<QString, QString>> never{
        {u"core/base/text.cpp"_s, u"core/domain"_s},
        {u"core/store/writer.cpp"_s, u"core/net"_s},
        {u"core/connectors/telegram/read.cpp"_s, u"core/connectors/whatsapp"_s},
        {u"core/connectors/telegram/read.cpp"_s, u"core/store"_s},
        {u"core/connectors/whatsapp/read.cpp"_s, u"core/connectors/messaging"_s},
        {u"core/connectors/graph/envelope.cpp"_s, u"core/connectors/messaging"_s},
        {u"core/connectors/messaging/read.cpp"_s, u"core/connectors/messenger"_s},
        {u"core/connectors/messenger/read.cpp"_s, u"core/connectors/instagram"_s},
        {u"core/hub/hub.cpp"_s, u"ui/models"_s},
        {u"core/hub/hub.cpp"_s, u"app/text"_s},
        {u"ui/widgets/button.cpp"_s, u"ui/models"_s},
        {u"ui/models/conversation_model.cpp"_s, u"core/hub"_s},
        {u"ui/inbox/inbox_page.cpp"_s, u"ui/queue"_s},
        {u"ui/queue/queue_page.cpp"_s, u"ui/shell"_s},
        {u"ui/settings/settings_page.cpp"_s, u"core/net"_s},
        {u"ui/shell/shell.cpp"_s, u"app/desktop"_s},
        {u"app/process/stop_signals.cpp"_s, u"core/base"_s},
        {u"app/practice/sim_server.cpp"_s, u"ui/widgets"_s},
        {u"app/practice/sim_server.cpp"_s, u"core/net"_s},
        {u"app/server/main.cpp"_s, u"ui/theme"_s},
        {u"app/desktop/main.cpp"_s, u"ui/inbox"_s}};
    for (const auto& [path, folder] : never) {
        CAPTURE(path, folder);
        CHECK_FALSE(mayInclude(path, folder));
    }
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
    CHECK(matches({u"ui"_s, u"app"_s}, u"new QLabel|QLabel [a-z]"_s, {u"ui/widgets/plain_label"_s})
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

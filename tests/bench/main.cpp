// comanda-bench NAME… [--scale X] [--json]: prints one JSON object with the figures.
#include "tests/bench/figures.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSysInfo>
#include <QThread>

#include <cstdio>
#include <map>

using namespace comanda::bench;
using namespace Qt::StringLiterals;

namespace {

QString commit() {
    QProcess git;
    git.start(u"git"_s, {u"-C"_s, QStringLiteral(COMANDA_SOURCE_DIR), u"rev-parse"_s, u"--short"_s,
                         u"HEAD"_s});
    git.waitForFinished(5000);
    return QString::fromLatin1(git.readAllStandardOutput()).trimmed();
}

QString machine() {
    QFile info(u"/proc/cpuinfo"_s);
    QString model;
    if (info.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : info.readAll().split('\n')) {
            if (line.startsWith("model name")) {
                model = QString::fromLatin1(line.mid(line.indexOf(':') + 2));
                break;
            }
        }
    }
    return u"%1, %2 cores, %3"_s.arg(model)
        .arg(QThread::idealThreadCount())
        .arg(QSysInfo::prettyProductName());
}

int usage() {
    std::fprintf(stderr, "comanda-bench ingest|start|isolation… [--scale X] [--json]\n");
    return 2;
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QGuiApplication application(argc, argv);
    const std::map<QString, Benchmark (*)(double)> known{
        {u"ingest"_s, ingest}, {u"start"_s, start}, {u"isolation"_s, isolation}};
    QStringList names;
    double scale = 1;
    const QStringList arguments = QGuiApplication::arguments().mid(1);
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--scale"_L1 && i + 1 < arguments.size()) {
            scale = arguments[++i].toDouble();
        } else if (known.count(arguments[i]) > 0) {
            names.append(arguments[i]);
        } else if (arguments[i] != "--json"_L1) {
            return usage();
        }
    }
    if (names.isEmpty() || scale <= 0) {
        return usage();
    }
    QJsonArray results;
    for (const QString& name : names) {
        const Benchmark benchmark = known.at(name)(scale);
        results.append(QJsonObject{{u"name"_s, benchmark.name},
                                   {u"figures"_s, benchmark.figures},
                                   {u"notes"_s, benchmark.notes}});
    }
    const QJsonObject all{
        {u"commit"_s, commit()}, {u"machine"_s, machine()}, {u"benchmarks"_s, results}};
    std::printf("%s", QJsonDocument(all).toJson(QJsonDocument::Indented).constData());
    return 0;
}

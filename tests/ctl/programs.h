// Runs the real programs as scripts do.
#pragma once

#include "tests/support/catch.h"
#include "tests/support/wait.h"

#include <QProcess>

#include <chrono>

namespace comanda::test {

struct Ran {
    int exit = -1;
    QByteArray out, err;

    [[nodiscard]] QList<QByteArray> lines() const { return linesOf(out); }
    [[nodiscard]] QList<QByteArray> errorLines() const { return linesOf(err); }

private:
    [[nodiscard]] static QList<QByteArray> linesOf(const QByteArray& text) {
        QList<QByteArray> all = text.split('\n');
        all.removeAll(QByteArray());
        return all;
    }
};

// One of our programs as a test runs it.
class TestedProgram : public QProcess {
public:
    TestedProgram() {
        // Qt ends a wait for a thread before that thread's last clean-up has run, so that a program
        // which exits at once may be told of a leak (OpenSSL's record of errors) that is none.
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QString name = QStringLiteral("ASAN_OPTIONS");
        environment.insert(name, environment.value(name) + QStringLiteral(":detect_leaks=0"));
        setProcessEnvironment(environment);
    }
};

inline Ran runToEnd(const QString& program, const QStringList& arguments,
                    const QByteArray& input = {},
                    std::chrono::milliseconds patience = std::chrono::minutes(1)) {
    TestedProgram process;
    process.start(program, arguments);
    REQUIRE(process.waitForStarted());
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(static_cast<int>(patience.count())));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

inline Ran runCtl(const QStringList& arguments, const QByteArray& input = {}) {
    return runToEnd(QStringLiteral(COMANDACTL), arguments, input);
}

inline Ran runServer(const QStringList& arguments) {
    return runToEnd(QStringLiteral(COMANDA_SERVER), arguments);
}

// comanda-server until it is told to stop.
class RunningServer {
public:
    // Waits for `word` on standard output.
    RunningServer(const QStringList& arguments, const QByteArray& word) {
        process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process_.start(QStringLiteral(COMANDA_SERVER), arguments);
        REQUIRE(process_.waitForStarted());
        REQUIRE(waitUntil([&] {
            out_ += process_.readAllStandardOutput();
            return out_.contains(word) || process_.state() == QProcess::NotRunning;
        }));
        INFO(out_.toStdString());
        REQUIRE(process_.state() == QProcess::Running);
    }
    ~RunningServer() {
        process_.kill();
        process_.waitForFinished();
    }
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    [[nodiscard]] const QByteArray& out() const { return out_; }
    // As a service manager does; -1: it did not end by itself.
    [[nodiscard]] int stop() {
        process_.terminate();
        const bool ended = waitUntil([this] { return process_.state() == QProcess::NotRunning; });
        return ended && process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1;
    }

private:
    TestedProgram process_;
    QByteArray out_;
};

} // namespace comanda::test

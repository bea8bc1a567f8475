#include "core/connectors/signal/child_line.h"

#include <array>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype kErrorsKept = 4096;
constexpr int kEndWithin = 300; // ms; the supervisor allows a connector two seconds to stop

// What a child says before it ends, or while it waits.
struct Complaint {
    const char* words;
    FailureClass failure;
    const char16_t* id;
};

constexpr std::array kComplaints{
    Complaint{"Authorization failed", FailureClass::Auth, u"signal.not_linked"},
    Complaint{"is not registered", FailureClass::Auth, u"signal.not_linked"},
    Complaint{"DeprecatedVersion", FailureClass::Auth, u"signal.too_old"},
    Complaint{"in use by another instance", FailureClass::Refused, u"signal.in_use"},
};

} // namespace

ChildLine::ChildLine(const Place& place, QObject* parent)
    : StreamLine(&process_, parent), place_(place) {
    connect(&process_, &QProcess::started, this, &Line::opened);
    connect(&process_, &QProcess::readyReadStandardOutput, this, [this] { readSome(); });
    connect(&process_, &QProcess::readyReadStandardError, this, &ChildLine::readErrors);
    connect(&process_, &QProcess::finished, this, [this](int code) { finished(code); });
    connect(&process_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            fail(FailureClass::Refused, u"signal.no_program"_s, process_.errorString());
        }
    });
}

ChildLine::~ChildLine() {
    close();
}

void ChildLine::open() {
    begin();
    errors_.clear();
    QStringList arguments;
    if (!place_.account.isEmpty()) { // else it serves all that it has, and links more
        arguments << u"-a"_s << place_.account;
    }
    arguments << u"jsonRpc"_s;
    if (place_.onlyAsk) {
        arguments << u"--receive-mode=manual"_s;
    }
    process_.start(place_.address, arguments);
}

void ChildLine::readErrors() {
    errors_ = (errors_ + process_.readAllStandardError()).right(kErrorsKept);
    if (errors_.contains("in use by another instance")) { // it would wait for ever
        fail(FailureClass::Refused, u"signal.in_use"_s, QString::fromUtf8(errors_).simplified());
    }
}

void ChildLine::finished(int code) {
    readErrors();
    const QString detail =
        u"exit code %1: "_s.arg(code) + QString::fromUtf8(errors_.right(300)).simplified();
    for (const Complaint& complaint : kComplaints) {
        if (errors_.contains(complaint.words)) {
            fail(complaint.failure, QString::fromUtf16(complaint.id), detail);
            return;
        }
    }
    fail(FailureClass::Refused, u"signal.daemon_gone"_s, detail);
}

// It ends when its input does.
void ChildLine::close() {
    end();
    if (process_.state() == QProcess::NotRunning) {
        return;
    }
    process_.closeWriteChannel();
    process_.terminate();
    if (!process_.waitForFinished(kEndWithin)) {
        process_.kill();
        process_.waitForFinished(kEndWithin);
    }
}

} // namespace comanda::signal

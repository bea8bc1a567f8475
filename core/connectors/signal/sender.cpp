#include "core/connectors/signal/sender.h"

#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>

#include <algorithm>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kInline = 4LL * 1024 * 1024;
constexpr qint64 kUploadMax = 100LL * 1024 * 1024; // what phones take
constexpr Millis kWorthStarting{2'000};

// In a URI a file keeps its name and kind, and the daemon need not be able to read our folder.
// What is large is named and not sent along.
Result<QString> attachmentFor(const OutgoingMessage& message) {
    QFile file(message.mediaPath);
    if (file.size() > kInline) {
        return QFileInfo(file).absoluteFilePath();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Rejected, u"signal.file_gone"_s, file.errorString());
    }
    static const QRegularExpression special(u"[^\\w. -]"_s,
                                            QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression kind(u"^[\\w.+-]+/[\\w.+-]+$"_s);
    const Attachment media = message.media.value_or(Attachment());
    const QString name = QString(media.name).replace(special, u"_"_s);
    const QString mime =
        kind.match(media.mime).hasMatch() ? media.mime : u"application/octet-stream"_s;
    return u"data:"_s + mime + u";filename="_s + (name.isEmpty() ? u"file"_s : name) + u";base64,"_s
           + QString::fromLatin1(file.readAll().toBase64());
}

} // namespace

Sender::Sender(const connect::Host& host, Daemon& daemon, const Timing& timing, QString account,
               Doubts& doubts, QObject* parent)
    : QObject(parent),
      host_(host),
      daemon_(daemon),
      timing_(timing),
      account_(std::move(account)),
      doubts_(doubts) {}

Result<std::vector<Call>> Sender::callsFor(const OutgoingMessage& message) const {
    if (message.mediaPath.isEmpty()) {
        return writeMessage(account_, message);
    }
    if (QFileInfo(message.mediaPath).size() > kUploadMax) {
        return fail(ErrorKind::Rejected, u"media.too_large"_s);
    }
    const Result<QString> attachment = attachmentFor(message);
    if (!attachment) {
        return fail(attachment.error());
    }
    return writeMessage(account_, message, *attachment);
}

void Sender::send(const OutgoingMessage& message, Done done) {
    if (stopped_) {
        done(outcome::RetryAfter{Millis(0), u"channel.stopped"_s, false});
        return;
    }
    if (!signIn_.isEmpty()) {
        done(outcome::NeedsSignIn{signIn_});
        return;
    }
    if (!daemon_.isOpen()) {
        done(outcome::RetryAfter{Millis(0), u"signal.daemon_gone"_s, false});
        return;
    }
    Result<std::vector<Call>> calls = callsFor(message);
    if (!calls) {
        done(outcome::Rejected{calls.error().id, calls.error().detail});
        return;
    }
    Job& job = jobs_[++lastJob_];
    job.calls = std::move(*calls);
    job.reference = message.clientReference;
    job.recipient = message.conversationKey;
    job.budget = message.mediaPath.isEmpty() ? timing_.send : timing_.sendFile;
    job.done = std::move(done);
    job.since.start();
    startNext(message.conversationKey);
}

// The oldest for this person, unless it is under way.
void Sender::startNext(const QString& recipient) {
    const auto first = std::find_if(jobs_.begin(), jobs_.end(), [&](const auto& entry) {
        return entry.second.recipient == recipient;
    });
    if (first == jobs_.end() || first->second.asked) {
        return;
    }
    const quint64 id = first->first;
    if (left(first->second) < std::min(kWorthStarting, first->second.budget / 2)) {
        end(id, outcome::RetryAfter{Millis(0), u"signal.no_answer"_s, false});
    } else {
        callNext(id);
    }
}

Millis Sender::left(const Job& job) {
    return job.budget - Millis(job.since.elapsed());
}

void Sender::callNext(quint64 id) {
    Job& job = jobs_.at(id);
    job.asked = true;
    job.from = host_.clock->now();
    const QString name = daemon_.call(job.calls[job.next], std::max(left(job), Millis(1)),
                                      [this, id](const Answer& answer) { answered(id, answer); });
    if (const auto still = jobs_.find(id); still != jobs_.end()) {
        still->second.name = name;
    }
}

void Sender::answered(quint64 id, const Answer& answer) {
    const auto found = jobs_.find(id);
    if (found == jobs_.end()) {
        return; // ended by stop()
    }
    Job& job = found->second;
    const Call& call = job.calls[job.next];
    const Health health = healthIn(answer, call);
    host_.report({connect::CallKind::Send, health.failure, health.id, health.detail});
    const SendOutcome outcome = outcomeOf(answer, call);
    const auto* accepted = std::get_if<outcome::Accepted>(&outcome);
    if (!accepted) {
        failed(id, answer, outcome);
        return;
    }
    doubts_.know(accepted->externalId);
    if (job.firstId.isEmpty()) {
        job.firstId = accepted->externalId;
    }
    if (++job.next == job.calls.size()) {
        end(id, outcome::Accepted{job.firstId});
    } else {
        callNext(id);
    }
}

void Sender::failed(quint64 id, const Answer& answer, const SendOutcome& outcome) {
    Job& job = jobs_.at(id);
    if (job.next > 0) { // the runner would begin with the first part
        end(id, outcome::Unsure{u"signal.partly_sent"_s});
        return;
    }
    const bool whole = job.calls.size() == 1;
    if (whole && std::holds_alternative<outcome::Unsure>(outcome) && !job.reference.isEmpty()) {
        const QString late = answer.shape == Answer::Shape::None ? job.name : QString();
        doubts_.add({late, job.calls.front(), job.reference, job.recipient,
                     madeName(answer, job.calls.front()), job.from, host_.clock->now()});
    }
    end(id, outcome);
}

void Sender::end(quint64 id, const SendOutcome& outcome) {
    auto node = jobs_.extract(id);
    const QString recipient = node.mapped().recipient;
    const QPointer<Sender> self(this);
    node.mapped().done(outcome);
    if (!self) {
        return;
    }
    if (!stopped_) {
        startNext(recipient);
    }
    if (jobs_.empty()) {
        Q_EMIT idle();
    }
}

void Sender::tell(const Call& call) {
    if (!stopped_ && signIn_.isEmpty() && daemon_.isOpen()) {
        daemon_.call(call, timing_.courtesy, [](const Answer&) {});
    }
}

void Sender::stop() {
    stopped_ = true;
    while (!jobs_.empty()) {
        const auto& [id, job] = *jobs_.begin();
        const bool untouched = job.next == 0 && !job.asked;
        end(id, untouched ? SendOutcome(outcome::RetryAfter{Millis(0), u"channel.stopped"_s, false})
                          : SendOutcome(outcome::Unsure{u"channel.stopped"_s}));
    }
}

} // namespace comanda::signal

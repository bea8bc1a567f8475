#include "core/connectors/telegram/sender.h"

#include "core/base/overloaded.h"
#include "core/connectors/telegram/updates.h"

#include <QFileInfo>
#include <QTimer>

#include <algorithm>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

// The whole of a message, all its parts and waits.
constexpr Millis kTextBudget{30'000};
constexpr Millis kFileBudget{140'000};
constexpr Millis kCallDeadline{20'000};
constexpr Millis kUploadDeadline{120'000};
constexpr Millis kWorthStarting{2'000};

} // namespace

Sender::Sender(const connect::Host& host, QObject* parent)
    : QObject(parent), host_(host), client_(this) {
    paceClock_.start();
}

void Sender::send(const OutgoingMessage& message, Done done) {
    if (stopped_) {
        done(outcome::RetryAfter{Millis(0), u"channel.stopped"_s, false});
        return;
    }
    if (!access_.isUsable()) {
        done(outcome::NeedsSignIn{u"telegram.bad_token"_s});
        return;
    }
    const qint64 size = message.mediaPath.isEmpty() ? 0 : QFileInfo(message.mediaPath).size();
    if (size > access_.uploadMax()) {
        done(outcome::Rejected{u"media.too_large"_s, {}});
        return;
    }
    Result<std::vector<ApiCall>> calls = writeMessage(message, size);
    if (!calls) {
        done(outcome::Rejected{calls.error().id, calls.error().detail});
        return;
    }
    const quint64 id = ++lastJob_;
    Job& job = jobs_[id];
    job.calls = std::move(*calls);
    job.isFile = !message.mediaPath.isEmpty();
    job.done = std::move(done);
    job.since.start();
    sendNext(id);
}

Millis Sender::left(const Job& job) {
    return (job.isFile ? kFileBudget : kTextBudget) - Millis(job.since.elapsed());
}

void Sender::sendNext(quint64 id) {
    const auto found = jobs_.find(id);
    if (found == jobs_.end()) {
        return; // ended by stop() while it waited
    }
    if (waitsForTurn(id)) {
        return;
    }
    Job& job = found->second;
    job.asked = true;
    CallLimits limits;
    limits.deadline = std::min(kCallDeadline, left(job));
    limits.uploadDeadline = std::min(kUploadDeadline, left(job));
    job.handle = callApi(client_, access_, job.calls[job.next], limits, this,
                         [this, id](const ApiAnswer& answer) { answered(id, answer); });
}

bool Sender::waitsForTurn(quint64 id) {
    const Job& job = jobs_.at(id);
    const QString chat = numberText(job.calls[job.next].parameters.value("chat_id"_L1));
    const Millis wait = pace_.take(chat, Monotonic(Millis(paceClock_.elapsed())));
    if (wait == Millis(0)) {
        return false;
    }
    if (wait + kWorthStarting < left(job)) {
        QTimer::singleShot(wait, this, [this, id] { sendNext(id); });
    } else {
        afterFailure(id, outcome::RetryAfter{wait, u"telegram.throttled"_s, false});
    }
    return true;
}

void Sender::answered(quint64 id, const ApiAnswer& answer) {
    Job& job = jobs_.at(id);
    job.asked = false;
    observe(answer);
    ApiCall& call = job.calls[job.next];
    const std::optional<ApiCall> better = job.repaired ? std::nullopt : repaired(answer, call);
    if (better && left(job) > kWorthStarting) {
        job.repaired = true;
        if (!answer.migratedTo.isEmpty()) {
            Q_EMIT moved(numberText(call.parameters.value("chat_id"_L1)), answer.migratedTo);
            for (ApiCall& later : job.calls) {
                later.parameters.insert(u"chat_id"_s, answer.migratedTo.toLongLong());
            }
        }
        call = *better;
        sendNext(id);
        return;
    }
    const SendOutcome outcome = outcomeOf(answer, call);
    const auto* accepted = std::get_if<outcome::Accepted>(&outcome);
    if (!accepted) {
        afterFailure(id, outcome);
        return;
    }
    if (job.firstId.isEmpty()) {
        job.firstId = accepted->externalId;
    }
    if (++job.next == job.calls.size()) {
        end(id, outcome::Accepted{job.firstId});
    } else {
        sendNext(id);
    }
}

void Sender::afterFailure(quint64 id, const SendOutcome& outcome) {
    Job& job = jobs_.at(id);
    if (job.next == 0) { // nothing of it is there
        end(id, outcome);
        return;
    }
    const auto* later = std::get_if<outcome::RetryAfter>(&outcome);
    if (later && later->wait + kWorthStarting < left(job)) {
        // Not done for certain: this part is tried again here, because the runner would begin with
        // the first.
        const Millis wait = std::max(later->wait, Millis(1'000));
        QTimer::singleShot(wait, this, [this, id] { sendNext(id); });
        return;
    }
    end(id, outcome::Unsure{u"telegram.partly_sent"_s});
}

void Sender::observe(const ApiAnswer& answer) {
    connect::Observation seen;
    seen.call = connect::CallKind::Send;
    // A refusal of this one message says that the platform works.
    const bool works =
        answer.failure == FailureClass::Protocol && answer.shape == ApiAnswer::Shape::Refused;
    if (!works) {
        seen.failure = answer.failure;
        seen.detail = answer.description;
    }
    if (answer.badToken()) {
        seen.id = u"telegram.bad_token"_s;
    }
    host_.report(seen);
}

void Sender::end(quint64 id, const SendOutcome& outcome) {
    auto node = jobs_.extract(id);
    const bool last = jobs_.empty();
    node.mapped().done(outcome);
    if (last) {
        Q_EMIT idle();
    }
}

void Sender::tell(const ApiCall& call, Millis deadline) {
    if (stopped_ || !access_.isUsable()) {
        return;
    }
    CallLimits limits;
    limits.deadline = deadline;
    callApi(client_, access_, call, limits, this, [](const ApiAnswer&) {});
}

void Sender::stop() {
    stopped_ = true;
    while (!jobs_.empty()) {
        const auto& [id, job] = *jobs_.begin();
        client_.cancel(job.handle);
        const bool untouched = job.next == 0 && !job.asked;
        end(id, untouched ? SendOutcome(outcome::RetryAfter{Millis(0), u"channel.stopped"_s, false})
                          : SendOutcome(outcome::Unsure{u"channel.stopped"_s}));
    }
}

} // namespace comanda::telegram

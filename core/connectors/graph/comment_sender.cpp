#include "core/connectors/graph/comment_sender.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"
#include "core/connectors/graph/comment_answers.h"

#include <algorithm>

namespace comanda::graph {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr int kRemembered = 200; // messages that are half out
constexpr Millis kEvery = 1s;
constexpr int kBurst = 8;

bool isSaid(const CommentCall& call) {
    return call.act == CommentAct::Answer || call.act == CommentAct::AnswerPrivately;
}

} // namespace

CommentSender::CommentSender(Caller& caller, Write write, const connect::Host& host,
                             QObject* parent)
    : QObject(parent),
      caller_(caller),
      write_(std::move(write)),
      host_(host),
      accepted_(kRemembered) {}

void CommentSender::send(const OutgoingMessage& message, Done done) {
    Result<Calls> calls = write_(message);
    if (!calls) {
        done(outcome::Rejected{calls.error().id, calls.error().detail});
        return;
    }
    auto job = std::make_shared<Job>();
    job->reference = message.clientReference;
    job->calls = std::move(*calls);
    job->done = std::move(done);
    if (const std::size_t* known = accepted_.object(job->reference)) {
        job->accepted = std::min(*known, job->calls.size() - 1);
    }
    if (const Millis pause = pauseBefore(*job); pause > Millis(0)) {
        finish(job, outcome::RetryAfter{pause, u"graph.throttled"_s, false});
        return;
    }
    callNext(job);
}

// Zero: its comments are counted and go now. Else nothing is counted.
Millis CommentSender::pauseBefore(const Job& job) {
    const auto said = std::count_if(job.calls.begin(), job.calls.end(), isSaid);
    const Monotonic now = host_.clock->monotonic();
    const Monotonic free = due_ - kEvery * (kBurst - 1);
    if (said > 0 && free > now) {
        return std::chrono::ceil<Millis>(free - now);
    }
    due_ = std::max(due_, now) + kEvery * said;
    return Millis(0);
}

void CommentSender::callNext(const JobPtr& job) {
    const CommentCall& call = job->calls[job->accepted];
    const auto done = [this, job](const net::HttpResult& result) { answered(job, result); };
    if (call.act == CommentAct::Remove) {
        caller_.remove(call.path, done);
    } else {
        caller_.post(call.path, call.body, done);
    }
}

void CommentSender::answered(const JobPtr& job, const net::HttpResult& result) {
    if (const auto seen = observeComment(result)) {
        host_.report(*seen);
    }
    const CommentCall& call = job->calls[job->accepted];
    const SendOutcome outcome = readCommentAnswer(call, result, host_.clock->now());
    if (std::holds_alternative<outcome::Accepted>(outcome) && ++job->accepted < job->calls.size()) {
        callNext(job);
    } else if (std::holds_alternative<outcome::Unsure>(outcome)
               && call.act == CommentAct::AnswerPrivately) {
        askWhetherItArrived(job, outcome);
    } else {
        finish(job, outcome);
    }
}

// A private answer can be made once, so it is never tried again to find out: the comment itself
// says whether it has had one. Where it says nothing, staff decide.
void CommentSender::askWhetherItArrived(const JobPtr& job, const SendOutcome& unsure) {
    const QString comment = job->calls[job->accepted].about;
    caller_.get(
        comment, {{u"fields"_s, u"private_reply_conversation"_s}},
        [this, job, unsure](const net::HttpResult& result) {
            const auto node = readAnswer(result, host_.clock->now());
            const QJsonObject found =
                node ? node->value(u"private_reply_conversation"_s).toObject() : QJsonObject();
            const QString conversation = idText(found.value(u"id"_s));
            finish(job,
                   conversation.isEmpty() ? unsure : SendOutcome(outcome::Accepted{conversation}));
        });
}

void CommentSender::finish(const JobPtr& job, const SendOutcome& outcome) {
    const bool ended = std::holds_alternative<outcome::Accepted>(outcome)
                       || std::holds_alternative<outcome::Rejected>(outcome)
                       || std::holds_alternative<outcome::WindowClosed>(outcome);
    if (!ended && job->accepted > 0 && !job->reference.isEmpty()) {
        accepted_.insert(job->reference, new std::size_t(job->accepted));
    } else {
        accepted_.remove(job->reference);
    }
    const Done done = std::exchange(job->done, nullptr);
    done(outcome);
}

} // namespace comanda::graph

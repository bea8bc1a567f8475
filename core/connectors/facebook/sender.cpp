#include "core/connectors/facebook/sender.h"

#include "core/connectors/facebook/answers.h"

#include <algorithm>

namespace comanda::facebook {
namespace {

using namespace Qt::StringLiterals;

constexpr int kRemembered = 200; // messages that are half out

} // namespace

Sender::Sender(graph::Caller& caller, QString page, const connect::Host& host, QObject* parent)
    : QObject(parent),
      caller_(caller),
      page_(std::move(page)),
      host_(host),
      accepted_(kRemembered) {}

void Sender::send(const OutgoingMessage& message, Done done) {
    Result<std::vector<Call>> calls = write(page_, message);
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
    callNext(job);
}

void Sender::callNext(const JobPtr& job) {
    const Call& call = job->calls[job->accepted];
    const auto done = [this, job](const net::HttpResult& result) { answered(job, result); };
    if (call.act == Act::Remove) {
        caller_.remove(call.path, done);
    } else {
        caller_.post(call.path, call.body, done);
    }
}

void Sender::answered(const JobPtr& job, const net::HttpResult& result) {
    if (const auto seen = observe(result)) {
        host_.report(*seen);
    }
    const SendOutcome outcome =
        readSendAnswer(job->calls[job->accepted], result, host_.clock->now());
    const bool taken = std::holds_alternative<outcome::Accepted>(outcome);
    if (taken && ++job->accepted < job->calls.size()) {
        callNext(job);
        return;
    }
    const bool ended = taken || std::holds_alternative<outcome::Rejected>(outcome)
                       || std::holds_alternative<outcome::WindowClosed>(outcome);
    if (!ended && job->accepted > 0 && !job->reference.isEmpty()) {
        accepted_.insert(job->reference, new std::size_t(job->accepted));
    } else {
        accepted_.remove(job->reference);
    }
    const Done done = std::exchange(job->done, nullptr);
    done(outcome);
}

} // namespace comanda::facebook

#include "core/connectors/graph/sender.h"

#include "core/base/json.h"
#include "core/base/overloaded.h"

#include <QFileInfo>

namespace comanda::graph {
namespace {

using namespace Qt::StringLiterals;

constexpr int kRemembered = 500;

// The platform took it whole, or will never take it: there is nothing to go on with.
bool isFinal(const SendOutcome& outcome) {
    return std::visit(Overloaded{[](const outcome::Accepted&) { return true; },
                                 [](const outcome::WindowClosed&) { return true; },
                                 [](const outcome::Rejected&) { return true; },
                                 [](const outcome::RetryAfter&) { return false; },
                                 [](const outcome::NeedsSignIn&) { return false; },
                                 [](const outcome::Unsure&) { return false; }},
                      outcome);
}

std::optional<SendFile> fileOf(const OutgoingMessage& message) {
    const QFileInfo file(message.mediaPath);
    if (!message.media || !file.isReadable() || file.size() == 0) {
        return std::nullopt;
    }
    const Attachment& media = *message.media;
    return SendFile{message.mediaPath, media.name.isEmpty() ? file.fileName() : media.name,
                    media.mime.isEmpty() ? u"application/octet-stream"_s : media.mime, file.size()};
}

} // namespace

Sender::Sender(Caller& caller, Ways ways, const connect::Host& host, QObject* parent)
    : QObject(parent),
      caller_(caller),
      ways_(std::move(ways)),
      host_(host),
      progress_(kRemembered),
      refusals_(kRemembered) {}

void Sender::send(const OutgoingMessage& message, Done done) {
    auto job = std::make_shared<Job>();
    job->message = message;
    job->done = std::move(done);
    if (const Progress* known = progress_.object(message.clientReference)) {
        job->progress = *known;
    }
    if (message.mediaPath.isEmpty() || job->progress.file) {
        writeParts(job);
    } else {
        upload(job);
    }
}

void Sender::upload(const JobPtr& job) {
    const auto file = fileOf(job->message);
    if (!file) {
        finish(job, outcome::Rejected{u"media.file_missing"_s, {}});
        return;
    }
    auto form = ways_.form(*file);
    if (!form) {
        finish(job, outcome::Rejected{form.error().id, form.error().detail});
        return;
    }
    caller_.upload(
        ways_.uploads, std::move(*form),
        [this, job, file = *file](const net::HttpResult& result) { uploaded(job, file, result); });
}

void Sender::uploaded(const JobPtr& job, const SendFile& file, const net::HttpResult& result) {
    if (const auto seen = observe(connect::CallKind::Media, result)) {
        host_.report(*seen);
    }
    const Result<QJsonObject> answer = readAnswer(result, host_.clock->now());
    if (!answer) {
        finish(job, uploadFailed(answer.error()));
        return;
    }
    const QString id = idText(answer->value(ways_.uploadedId));
    if (id.isEmpty()) {
        finish(job, outcome::RetryAfter{Millis(0), u"graph.no_clear_answer"_s, false});
        return;
    }
    job->progress.file = UploadedFile{id, file};
    writeParts(job);
}

void Sender::writeParts(const JobPtr& job) {
    auto parts = ways_.write(job->message, job->progress.file);
    if (!parts) {
        finish(job, outcome::Rejected{parts.error().id, parts.error().detail});
        return;
    }
    job->parts = std::move(*parts);
    // Nothing of a message may be left unsaid because our memory counts more parts than it has.
    job->progress.accepted = std::min(job->progress.accepted, job->parts.size() - 1);
    postNext(job);
}

void Sender::postNext(const JobPtr& job) {
    caller_.post(ways_.messages, job->parts[job->progress.accepted],
                 [this, job](const net::HttpResult& result) { posted(job, result); });
}

void Sender::posted(const JobPtr& job, const net::HttpResult& result) {
    if (const auto seen = observe(connect::CallKind::Send, result)) {
        host_.report(*seen);
    }
    const int* refusals = refusals_.object(job->message.conversationKey);
    const SendOutcome outcome = readSendAnswer(
        result, ways_.sentId, refusals != nullptr ? *refusals : 0, host_.clock->now());
    countRefusals(job->message.conversationKey, result);
    if (!std::holds_alternative<outcome::Accepted>(outcome)) {
        finish(job, outcome);
        return;
    }
    if (++job->progress.accepted < job->parts.size()) {
        postNext(job);
        return;
    }
    finish(job, outcome);
}

void Sender::countRefusals(const QString& person, const net::HttpResult& result) {
    if (throttlesPerson(result)) {
        const int* was = refusals_.object(person);
        refusals_.insert(person, new int((was != nullptr ? *was : 0) + 1));
    } else if (result) {
        refusals_.remove(person);
    }
}

void Sender::finish(const JobPtr& job, const SendOutcome& outcome) {
    remember(*job, outcome);
    const Done done = std::exchange(job->done, nullptr);
    done(outcome);
}

void Sender::remember(const Job& job, const SendOutcome& outcome) {
    const QString& reference = job.message.clientReference;
    if (reference.isEmpty() || isFinal(outcome)) {
        progress_.remove(reference);
    } else if (job.progress.file || job.progress.accepted > 0) {
        progress_.insert(reference, new Progress(job.progress));
    }
}

} // namespace comanda::graph

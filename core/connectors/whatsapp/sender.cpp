#include "core/connectors/whatsapp/sender.h"

#include "core/base/json.h"
#include "core/base/overloaded.h"
#include "core/connectors/whatsapp/answers.h"

#include <QFileInfo>

namespace comanda::whatsapp {
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

QString mimeOf(const Attachment& media) {
    return media.mime.isEmpty() ? u"application/octet-stream"_s : media.mime;
}

} // namespace

Sender::Sender(graph::Caller& caller, QString phoneNumberId, const connect::Host& host,
               QObject* parent)
    : QObject(parent),
      caller_(caller),
      phoneNumberId_(std::move(phoneNumberId)),
      host_(host),
      progress_(kRemembered),
      pairRefusals_(kRemembered) {}

void Sender::send(const OutgoingMessage& message, Done done) {
    auto job = std::make_shared<Job>();
    job->message = message;
    job->done = std::move(done);
    if (const Progress* known = progress_.object(message.clientReference)) {
        job->progress = *known;
    }
    if (message.mediaPath.isEmpty() || job->progress.media) {
        writeParts(job);
    } else {
        upload(job);
    }
}

void Sender::upload(const JobPtr& job) {
    const QFileInfo file(job->message.mediaPath);
    if (!job->message.media || !file.isReadable() || file.size() == 0) {
        finish(job, outcome::Rejected{u"media.file_missing"_s, {}});
        return;
    }
    const Attachment& media = *job->message.media;
    const Result<MediaKind> kind = mediaKind(mimeOf(media), file.size());
    if (!kind) {
        finish(job, outcome::Rejected{kind.error().id, kind.error().detail});
        return;
    }
    std::vector<net::FormPart> form(3);
    form[0].name = "messaging_product";
    form[0].value = "whatsapp";
    form[1].name = "type";
    form[1].value = mimeOf(media).toUtf8();
    form[2].name = "file";
    form[2].fileName = (media.name.isEmpty() ? file.fileName() : media.name).toUtf8();
    form[2].contentType = mimeOf(media).toUtf8();
    form[2].filePath = job->message.mediaPath;
    caller_.upload(phoneNumberId_ + u"/media"_s, std::move(form),
                   [this, job, media = UploadedMedia{{}, *kind, file.size()}](
                       const net::HttpResult& result) { uploaded(job, media, result); });
}

void Sender::uploaded(const JobPtr& job, UploadedMedia media, const net::HttpResult& result) {
    if (const auto seen = observe(connect::CallKind::Media, result)) {
        host_.report(*seen);
    }
    const Result<QJsonObject> answer = readAnswer(result, host_.clock->now());
    if (!answer) {
        finish(job, uploadFailed(answer.error()));
        return;
    }
    media.id = idText(answer->value(u"id"_s));
    if (media.id.isEmpty()) {
        finish(job, outcome::RetryAfter{Millis(0), u"graph.no_clear_answer"_s, false});
        return;
    }
    job->progress.media = media;
    writeParts(job);
}

void Sender::writeParts(const JobPtr& job) {
    Result<std::vector<QJsonObject>> parts = write(job->message, job->progress.media);
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
    caller_.post(phoneNumberId_ + u"/messages"_s, job->parts[job->progress.accepted],
                 [this, job](const net::HttpResult& result) { posted(job, result); });
}

void Sender::posted(const JobPtr& job, const net::HttpResult& result) {
    if (const auto seen = observe(connect::CallKind::Send, result)) {
        host_.report(*seen);
    }
    const int* refusals = pairRefusals_.object(job->message.conversationKey);
    const SendOutcome outcome =
        readSendAnswer(result, refusals != nullptr ? *refusals : 0, host_.clock->now());
    countPairRefusals(job->message.conversationKey, outcome);
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

void Sender::countPairRefusals(const QString& person, const SendOutcome& outcome) {
    const auto* const retry = std::get_if<outcome::RetryAfter>(&outcome);
    if (retry != nullptr && retry->why == "whatsapp.pair_limit"_L1) {
        const int* was = pairRefusals_.object(person);
        pairRefusals_.insert(person, new int((was != nullptr ? *was : 0) + 1));
    } else if (std::holds_alternative<outcome::Accepted>(outcome)) {
        pairRefusals_.remove(person);
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
    } else if (job.progress.media || job.progress.accepted > 0) {
        progress_.insert(reference, new Progress(job.progress));
    }
}

} // namespace comanda::whatsapp

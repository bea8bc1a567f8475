#include "core/connectors/graph/media.h"

#include "core/base/json.h"
#include "core/connectors/graph/answers.h"
#include "core/connectors/graph/digest.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace comanda::graph {
namespace {

using namespace Qt::StringLiterals;

QString digestOf(QFile& file) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return hash.addData(&file) ? QString::fromLatin1(hash.result().toHex()) : QString();
}

tl::unexpected<Error> tooLarge() {
    return fail(ErrorKind::Rejected, u"media.too_large"_s);
}

} // namespace

MediaFetcher::MediaFetcher(Caller& caller, Way way, const connect::Host& host, QObject* parent)
    : QObject(parent), caller_(caller), way_(std::move(way)), host_(host) {}

void MediaFetcher::fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
                         Done done) {
    auto job = std::make_shared<Job>();
    job->attachment = attachment;
    job->path = path;
    job->maxBytes = maxBytes;
    job->done = std::move(done);
    job->media.path = path;
    job->media.mime = attachment.mime;
    job->media.name = attachment.name;
    job->digests.append(attachment.sha256);
    if (attachment.id.isEmpty()) {
        download(job, QUrl(attachment.url, QUrl::StrictMode));
        return;
    }
    caller_.get(attachment.id, way_.node,
                [this, job](const net::HttpResult& result) { located(job, result); });
}

void MediaFetcher::located(const JobPtr& job, const net::HttpResult& result) {
    if (const auto seen = observe(connect::CallKind::Media, result)) {
        host_.report(*seen);
    }
    const Result<QJsonObject> node = readAnswer(result, host_.clock->now());
    if (!node) {
        const bool gone = node.error().kind == ErrorKind::NotFound;
        job->done(gone ? fail(ErrorKind::NotFound, u"media.gone"_s, node.error().detail)
                       : fail(node.error()));
        return;
    }
    if (integerIn(*node, u"file_size").value_or(0) > job->maxBytes) {
        job->done(tooLarge());
        return;
    }
    job->digests.append(digestHex(node->value(u"sha256"_s).toString()));
    job->media.mime = textIn(*node, u"mime_type").value_or(job->media.mime);
    download(job, QUrl(node->value(u"url"_s).toString(), QUrl::StrictMode));
}

void MediaFetcher::download(const JobPtr& job, const QUrl& url) {
    if (!isMediaUrl(url, caller_.base())) {
        job->done(fail(ErrorKind::Rejected, u"media.host_refused"_s, url.host()));
        return;
    }
    QFile::remove(job->path); // of an earlier try; the client wants a new file
    caller_.download(url, job->path, job->maxBytes, way_.token,
                     [this, job](const net::HttpResult& result) { downloaded(job, result); });
}

void MediaFetcher::downloaded(const JobPtr& job, const net::HttpResult& result) {
    if (!result && result.error().tooLarge) {
        job->done(tooLarge());
        return;
    }
    if (result && result->status == 200) {
        host_.report({connect::CallKind::Media, std::nullopt, {}, {}});
        job->done(verified(*job));
        return;
    }
    if (!result) {
        if (const auto seen = observe(connect::CallKind::Media, result)) {
            host_.report(*seen);
        }
        job->done(fail(readAnswer(result, host_.clock->now()).error()));
        return;
    }
    if (result->status >= 500) {
        host_.report({connect::CallKind::Media, FailureClass::Http5xx, u"media.not_now"_s, {}});
    }
    job->done(fail(statusError(result->status)));
}

// With a node an address that has died is asked for again at the next try, and the node says when
// the file is gone.
Error MediaFetcher::statusError(int status) const {
    Error error;
    error.detail = u"HTTP "_s + QString::number(status);
    if (status >= 300 && status < 400) {
        error.kind = ErrorKind::Rejected;
        error.id = u"media.host_refused"_s;
    } else if (!way_.token && (status == 403 || status == 410)) {
        error.kind = ErrorKind::NotFound;
        error.id = u"media.gone"_s;
    } else {
        error.kind = ErrorKind::Network;
        error.id = u"media.not_now"_s;
    }
    return error;
}

Result<connect::FetchedMedia> MediaFetcher::verified(const Job& job) const {
    QFile file(job.path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Storage, u"media.cannot_read"_s, file.errorString());
    }
    connect::FetchedMedia media = job.media;
    media.size = file.size();
    const QString digest = digestOf(file);
    file.close();
    const bool asAnnounced =
        std::all_of(job.digests.begin(), job.digests.end(), [&](const QString& announced) {
            return announced.isEmpty() || announced == digest;
        });
    if (media.size == 0 || !asAnnounced) {
        QFile::remove(job.path);
        return fail(ErrorKind::Network, u"media.damaged"_s);
    }
    return media;
}

} // namespace comanda::graph

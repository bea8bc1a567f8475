#include "core/connectors/telegram/files.h"

#include "core/base/json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

constexpr Millis kLocateDeadline{20'000};
constexpr Millis kDownloadDeadline{120'000};

// A server started with --local answers with the absolute path of a file on its own machine. Only
// a server on this machine can mean ours, and only files in the folder of this bot are its to give.
bool mayCopy(const Access& access, const QString& filePath) {
    const QString host = QUrl(access.base).host();
    const bool here = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    const QString real = QFileInfo(filePath).canonicalFilePath();
    const QString folder = QString::fromLatin1(access.token.reveal());
    const QStringList parts = QDir::fromNativeSeparators(real).split(u'/');
    return here && (parts.contains(folder) || parts.contains(QString(folder).replace(u':', u'~')));
}

Result<connect::FetchedMedia> tooLarge() {
    return fail(ErrorKind::Rejected, u"media.too_large"_s);
}

Error locateError(const ApiAnswer& answer) {
    Error error = errorOf(answer);
    if (answer.shape != ApiAnswer::Shape::Refused || answer.code != 400) {
        return error;
    }
    if (answer.says("file is too big"_L1)) {
        error.kind = ErrorKind::Rejected;
        error.id = u"media.too_large"_s;
    } else if (answer.says("temporarily unavailable"_L1) || answer.says("wrong file"_L1)
               || answer.says("invalid file"_L1)) {
        error.kind = ErrorKind::NotFound;
        error.id = u"media.gone"_s;
    }
    return error;
}

Error downloadError(int status) {
    Error error;
    error.detail = u"HTTP %1"_s.arg(status);
    if (status == 401) {
        error.kind = ErrorKind::Auth;
        error.id = u"telegram.bad_token"_s;
    } else if (status == 429) {
        error.kind = ErrorKind::RateLimited;
        error.id = u"net.throttled"_s;
    } else { // 404 too: a link that expired is asked for again
        error.kind = ErrorKind::Network;
        error.id = u"media.not_now"_s;
    }
    return error;
}

} // namespace

Files::Files(const connect::Host& host, QObject* parent)
    : QObject(parent), host_(host), client_(this) {}

void Files::fetch(const Access& access, const Attachment& attachment, const QString& path,
                  qint64 maxBytes, Done done) {
    if (!access.isUsable()) {
        done(fail(ErrorKind::Auth, u"telegram.bad_token"_s));
        return;
    }
    if (attachment.id.isEmpty()) {
        done(fail(ErrorKind::NotFound, u"media.gone"_s));
        return;
    }
    if (attachment.size.value_or(0) > maxBytes) {
        done(tooLarge());
        return;
    }
    const quint64 id = ++lastJob_;
    ApiCall call;
    call.method = u"getFile"_s;
    call.parameters = {{u"file_id"_s, attachment.id}};
    CallLimits limits;
    limits.deadline = kLocateDeadline;
    Job& job = jobs_[id];
    job = {access, attachment, path, maxBytes, 0, std::move(done)};
    job.handle = callApi(client_, access, call, limits, this,
                         [this, id](const ApiAnswer& answer) { located(id, answer); });
}

void Files::located(quint64 id, const ApiAnswer& answer) {
    const Job& job = jobs_.at(id);
    if (!answer.ok()) {
        const Error error = locateError(answer);
        const bool aboutTheFile =
            error.kind == ErrorKind::Rejected || error.kind == ErrorKind::NotFound;
        report(aboutTheFile ? std::nullopt : answer.failure, answer.description);
        end(id, fail(error));
        return;
    }
    const QJsonObject file = answer.result.toObject();
    const QString filePath = file.value("file_path"_L1).toString();
    if (integerIn(file, u"file_size").value_or(0) > job.maxBytes) {
        end(id, tooLarge());
    } else if (filePath.isEmpty()) {
        end(id, fail(ErrorKind::NotFound, u"media.gone"_s));
    } else if (QDir::isAbsolutePath(filePath)) {
        copyLocal(id, filePath);
    } else {
        download(id, filePath);
    }
}

void Files::download(quint64 id, const QString& filePath) {
    Job& job = jobs_.at(id);
    if (filePath.split(u'/').contains(u".."_s)) {
        end(id, fail(ErrorKind::Rejected, u"telegram.file_refused"_s));
        return;
    }
    QFile::remove(job.path); // what an earlier, interrupted try left
    net::HttpRequest request;
    request.url = job.access.file(filePath);
    request.deadline = kDownloadDeadline;
    request.maxBody = job.maxBytes;
    request.saveTo = job.path;
    job.handle = client_.send(
        request, this, [this, id](const net::HttpResult& result) { downloaded(id, result); });
}

void Files::downloaded(quint64 id, const net::HttpResult& result) {
    if (!result) {
        const net::HttpFailure& failure = result.error();
        report(failure.tooLarge ? std::nullopt : std::optional(failure.failure), failure.detail);
        const ErrorKind kind =
            failure.failure == FailureClass::Timeout ? ErrorKind::Timeout : ErrorKind::Network;
        end(id, failure.tooLarge ? tooLarge() : fail(kind, u"media.not_now"_s, failure.detail));
        return;
    }
    if (result->status != 200) {
        const Error error = downloadError(result->status);
        report(error.kind == ErrorKind::Auth ? FailureClass::Auth
               : result->status >= 500       ? FailureClass::Http5xx
                                             : FailureClass::Protocol,
               error.detail);
        end(id, fail(error));
        return;
    }
    report(std::nullopt);
    succeed(id);
}

void Files::copyLocal(quint64 id, const QString& filePath) {
    const Job& job = jobs_.at(id);
    if (!mayCopy(job.access, filePath)) {
        end(id, fail(ErrorKind::Rejected, u"telegram.file_refused"_s,
                     u"the server names a file of this machine that is not the bot's"_s));
        return;
    }
    if (QFileInfo(filePath).size() > job.maxBytes) {
        end(id, tooLarge());
        return;
    }
    QFile::remove(job.path);
    if (!QFile::copy(filePath, job.path)) {
        end(id, fail(ErrorKind::Storage, u"media.not_now"_s));
        return;
    }
    succeed(id);
}

void Files::succeed(quint64 id) {
    const Job& job = jobs_.at(id);
    connect::FetchedMedia media;
    media.path = job.path;
    media.mime = job.attachment.mime; // what the download says is only a guess of the server
    media.name = job.attachment.name;
    media.size = QFileInfo(job.path).size();
    end(id, media);
}

void Files::end(quint64 id, Result<connect::FetchedMedia> result) {
    auto node = jobs_.extract(id);
    node.mapped().done(std::move(result));
}

void Files::report(const std::optional<FailureClass>& failure, const QString& detail) {
    host_.report({connect::CallKind::Media, failure, {}, detail});
}

void Files::stop() {
    while (!jobs_.empty()) {
        const auto first = jobs_.begin();
        client_.cancel(first->second.handle);
        end(first->first, fail(ErrorKind::Cancelled, u"channel.stopped"_s));
    }
}

} // namespace comanda::telegram

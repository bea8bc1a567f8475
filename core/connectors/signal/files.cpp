#include "core/connectors/signal/files.h"

#include "core/connectors/signal/frames.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kAskedMax = kLineMax / 4 * 3 - 4096; // as base64 it has to fit into a line

Result<connect::FetchedMedia> tooLarge() {
    return fail(ErrorKind::Rejected, u"media.too_large"_s);
}

// The daemon makes these names, out of what customers sent.
bool isBareName(const QString& id) {
    static const QRegularExpression bare(u"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}$"_s);
    return bare.match(id).hasMatch();
}

connect::FetchedMedia fetched(const Attachment& attachment, const QString& path) {
    connect::FetchedMedia media;
    media.path = path;
    media.mime = attachment.mime;
    media.name = attachment.name;
    media.size = QFileInfo(path).size();
    return media;
}

} // namespace

Files::Files(const connect::Host& host, Daemon& daemon, const Timing& timing, QString account,
             const QString& folder, QObject* parent)
    : QObject(parent),
      host_(host),
      daemon_(daemon),
      timing_(timing),
      account_(std::move(account)),
      folder_(folder.isEmpty() ? QDir::home().filePath(u".local/share/signal-cli/attachments"_s)
                               : folder) {}

void Files::fetch(const Attachment& attachment, const QString& path, qint64 maxBytes, Done done) {
    if (attachment.id.isEmpty()) {
        done(fail(ErrorKind::NotFound, u"media.gone"_s));
        return;
    }
    if (!isBareName(attachment.id)) {
        done(fail(ErrorKind::Rejected, u"signal.file_refused"_s, attachment.id.left(100)));
        return;
    }
    if (attachment.size.value_or(0) > maxBytes) {
        done(tooLarge());
        return;
    }
    Job job{attachment, path, maxBytes, std::move(done)};
    QFile::remove(path); // what an earlier, interrupted try left
    const QString source = QDir(folder_).filePath(attachment.id);
    if (QFileInfo(source).isFile() && QFileInfo(source).isReadable()) {
        job.done(copied(job, source));
        return;
    }
    if (attachment.size.value_or(0) > kAskedMax) {
        job.done(fail(ErrorKind::Rejected, u"signal.file_elsewhere"_s, source));
        return;
    }
    const quint64 id = ++lastJob_;
    jobs_.emplace(id, std::move(job));
    daemon_.call(writeGetAttachment(account_, attachment.id), timing_.file,
                 [this, id](const Answer& answer) { answered(id, answer); });
}

Result<connect::FetchedMedia> Files::copied(const Job& job, const QString& source) const {
    const QFileInfo info(source);
    const QString folder = QFileInfo(folder_).canonicalFilePath();
    if (QFileInfo(info.canonicalFilePath()).path() != folder) { // a link out of it
        return fail(ErrorKind::Rejected, u"signal.file_refused"_s, source);
    }
    if (info.size() > job.maxBytes) {
        return tooLarge();
    }
    if (!QFile::copy(source, job.path)) {
        return fail(ErrorKind::Storage, u"media.not_now"_s);
    }
    return fetched(job.attachment, job.path);
}

void Files::answered(quint64 id, const Answer& answer) {
    const auto found = jobs_.find(id);
    if (found != jobs_.end()) {
        const Health health = answer.shape == Answer::Shape::None
                                  ? Health{answer.failure, answer.id, answer.message}
                                  : Health{};
        host_.report({connect::CallKind::Media, health.failure, health.id, health.detail});
        end(id, written(found->second, answer));
    }
}

Result<connect::FetchedMedia> Files::written(const Job& job, const Answer& answer) const {
    if (answer.shape == Answer::Shape::None) {
        Error error = errorOf(answer);
        error.id = u"media.not_now"_s;
        return fail(error);
    }
    const QString data = answer.result.toObject().value(u"data"_s).toString();
    if (!answer.ok() || data.isEmpty()) { // -1: it is not there
        const Error error = errorOf(answer);
        return error.kind == ErrorKind::Auth
                   ? fail(error)
                   : fail(ErrorKind::NotFound, u"media.gone"_s, answer.message);
    }
    const QByteArray bytes = QByteArray::fromBase64(data.toLatin1());
    if (bytes.size() > job.maxBytes) {
        return tooLarge();
    }
    QFile file(job.path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush()) {
        file.remove();
        return fail(ErrorKind::Storage, u"media.not_now"_s, file.errorString());
    }
    file.close();
    return fetched(job.attachment, job.path);
}

void Files::end(quint64 id, const Result<connect::FetchedMedia>& result) {
    auto node = jobs_.extract(id);
    node.mapped().done(result);
}

void Files::stop() {
    while (!jobs_.empty()) {
        end(jobs_.begin()->first, fail(ErrorKind::Cancelled, u"channel.stopped"_s));
    }
}

} // namespace comanda::signal

#include "ui/inbox/thumbnails.h"

#include "core/base/reply.h"
#include "core/store/rows.h"

#include <QFile>
#include <QImageReader>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr int kCacheKiB = 24 * 1024;

bool isAllowed(const QByteArray& format) {
    constexpr std::array allowed{"jpeg", "jpg", "png", "webp", "gif"};
    return std::any_of(allowed.begin(), allowed.end(),
                       [&](const char* name) { return format == name; });
}

} // namespace

QImage decodeThumbnail(const QString& path, QSize fit) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray format = QImageReader::imageFormat(&file); // by its bytes, not by its name
    if (!isAllowed(format)) {
        return {};
    }
    QImageReader reader(&file, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || qint64{size.width()} * size.height() > kPicturePixels) {
        return {};
    }
    if (size.width() > fit.width() || size.height() > fit.height()) {
        reader.setScaledSize(size.scaled(fit, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    }
    return reader.read();
}

Thumbnails::Thumbnails(const store::MediaStore& media, QObject* parent)
    : QObject(parent), media_(media), images_(kCacheKiB) {
    QImageReader::setAllocationLimit(kPictureMegabytes);
    pool_.setMaxThreadCount(1);
}

Thumbnails::~Thumbnails() {
    pool_.clear();
    pool_.waitForDone();
}

QImage Thumbnails::find(const QString& sha256) {
    if (const QImage* image = images_.object(sha256)) {
        return *image;
    }
    if (sha256.isEmpty() || isHopeless(sha256) || asked_.contains(sha256)) {
        return {};
    }
    asked_.insert(sha256);
    using Found = std::optional<QImage>; // nullopt: its bytes are not here
    auto deliver = replyTo<Found>(this, [this, sha256](const Found& image) {
        asked_.remove(sha256);
        if (!image) {
            away_.insert(sha256);
        } else if (image->isNull()) {
            hopeless_.insert(sha256);
        } else {
            images_.insert(sha256, new QImage(*image),
                           std::max<qsizetype>(image->sizeInBytes() / 1024, 1));
        }
        Q_EMIT ready(sha256);
    });
    pool_.start([deliver = std::move(deliver), &media = media_, sha256] {
        const QString path = media.path(sha256); // may fetch it from the server
        deliver(path.isEmpty() ? Found()
                               : decodeThumbnail(path, QSize(2 * kThumbWidth, 2 * kThumbHeight)));
    });
    return {};
}

} // namespace comanda::ui

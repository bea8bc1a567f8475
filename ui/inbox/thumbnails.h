// Pictures of a chat, decoded away from the screen thread with hard limits; what cannot be shown
// within them is shown as a file.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace comanda::store {
class MediaStore;
}

namespace comanda::ui {

inline constexpr int kPictureMegabytes = 64;                // one decoded picture at most
inline constexpr qint64 kPicturePixels = 40'000'000;        // width times height at most
inline constexpr int kThumbWidth = 320, kThumbHeight = 240; // px at most

// Decodes a jpg, png, webp or gif file scaled down to fit; a null image for anything else, damaged
// or too large. Any thread.
[[nodiscard]] QImage decodeThumbnail(const QString& path, QSize fit);

class Thumbnails final : public QObject {
    Q_OBJECT
public:
    explicit Thumbnails(const store::MediaStore& media, QObject* parent = nullptr);
    ~Thumbnails() override;

    // The picture when it is here; a null image while it is being made (ready() follows) or when
    // there is none.
    [[nodiscard]] QImage find(const QString& sha256);
    [[nodiscard]] bool isHopeless(const QString& sha256) const {
        return hopeless_.contains(sha256) || away_.contains(sha256);
    }
    // What could not be had may be there now: its server was away, or another seat has it since.
    void askAgain() { away_.clear(); }

Q_SIGNALS:
    void ready(const QString& sha256);

private:
    const store::MediaStore& media_;
    QCache<QString, QImage> images_; // cost in KiB
    QSet<QString> asked_;
    QSet<QString> hopeless_; // no picture, or not within the limits
    QSet<QString> away_;     // its bytes are not here
    QThreadPool pool_;
};

} // namespace comanda::ui

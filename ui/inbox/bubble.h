// One message laid out: where each part of its bubble stands for a given width. Pure of views; the
// thread keeps them and throws them away when the width, the theme or the message changes.
#pragma once

#include "core/domain/message.h"
#include "ui/models/wall_time.h"
#include "ui/theme/theme.h"

#include <QHash>
#include <QRect>
#include <QTextLayout>

#include <memory>

namespace comanda::ui {

class Thumbnails;

struct BubbleContext {
    const Theme& theme;
    const WallTime& wall;
    Platform platform = Platform::Telegram;
    Time now;
    bool newDay = false;                             // a separator stands above it
    bool everything = false;                         // "show more" was asked for
    const QHash<QString, QString>* dishes = nullptr; // a cart's names by sku, where known
};

class Bubble {
    Q_DECLARE_TR_FUNCTIONS(comanda::ui::Bubble)
public:
    Bubble(const Message& message, const BubbleContext& context, int width);

    // Inside the row; the whole row's height.
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] QRect body() const { return body_; }
    [[nodiscard]] QRect moreButton() const { return more_; } // null: everything is shown
    [[nodiscard]] QRect attachment(std::size_t index) const;
    [[nodiscard]] std::size_t attachments() const { return parts_.size(); }
    // The character at a place of the row; -1: not in the text.
    [[nodiscard]] int characterAt(QPoint inRow) const;
    [[nodiscard]] const QString& text() const { return text_; }

    struct Selection {
        int from = 0, length = 0;
    };
    // `origin`: the row's top left.
    void paint(QPainter& painter, QPoint origin, const Message& message,
               const BubbleContext& context, Thumbnails& thumbnails, const Selection& selection,
               bool picked) const;

    void paintDay(QPainter& painter, QRect row) const; // the separator above it, if there is one

private:
    struct Part { // an attachment's place
        QRect where;
        bool picture = false;
        QString icon, title, detail;
    };
    struct Line { // one line of small print inside the bubble
        QRect where;
        QString words;
        Weight weight = Weight::Normal;
        Tone tone = Tone::Text2;
        QString icon;
    };

    void layQuote(const Message& message);
    void layChips(const Message& message);
    void layAttachments(const Message& message);
    void layCart(const Message& message, const BubbleContext& context);
    [[nodiscard]] QString cartWords(const CartItem& item, const BubbleContext& context) const;
    void layText(const Message& message);
    void layChoices(const Message& message);
    void layFoot(const Message& message);
    void settle(const Message& message, int width);
    [[nodiscard]] Part partOf(const KeptAttachment& kept) const;
    [[nodiscard]] QString fileWords(const KeptAttachment& kept) const;
    [[nodiscard]] QString footWords(const Message& message) const;
    void use(int width) {
        used_ = std::max(used_, width);
    } // the bubble is as wide as its widest part
    void paintGround(QPainter& painter, const Message& message, bool picked) const;
    void paintPart(QPainter& painter, const Part& part, const KeptAttachment& kept,
                   Thumbnails& thumbnails) const;
    void paintFoot(QPainter& painter, const Message& message) const;
    void addLine(const QString& words, Weight weight, Tone tone, const QString& icon = {});

    const Theme& theme_;
    const WallTime& wall_;
    Platform platform_;
    bool everything_;
    QString day_, text_, foot_, reactions_, late_;
    int room_ = 0; // inside the padding, at most
    int used_ = 0;
    int y_ = 0;
    int height_ = 0;
    QRect body_, more_, footRect_, lateRect_;
    QPoint textAt_;
    std::vector<Part> parts_;
    std::vector<Line> lines_;
    std::unique_ptr<QTextLayout> layout_;
};

} // namespace comanda::ui

#include "ui/settings/panel.h"

#include "ui/widgets/button.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace comanda::ui {
namespace {

// An icon in a line of text; follows the theme.
class Mark final : public QWidget {
public:
    Mark(const Theme& theme, QString icon, Tone tone, QWidget* parent)
        : QWidget(parent), theme_(theme), icon_(std::move(icon)), tone_(tone) {
        setFixedWidth(theme.px(24));
        setMinimumHeight(theme.px(24));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const int size = theme_.px(20);
        theme_.paintIcon(painter, icon_, tone_,
                         QRectF((width() - size) / 2.0, (height() - size) / 2.0, size, size));
    }

private:
    const Theme& theme_;
    QString icon_;
    Tone tone_;
};

} // namespace

Panel::Panel(const Theme& theme, const QString& title, QWidget* parent)
    : QFrame(parent), theme_(theme), column_(new QVBoxLayout(this)), into_(column_) {
    column_->setContentsMargins(16, 12, 16, 16);
    column_->setSpacing(4);
    if (!title.isEmpty()) {
        auto* head = new PlainLabel(theme, TextRole::Strong, Weight::Bold, Tone::Text1, this);
        head->setWordWrap(true);
        head->show(title);
        column_->addWidget(head);
        column_->addSpacing(4);
        setAccessibleName(title);
    }
    kept_ = column_->count();
}

void Panel::addField(const QString& label, const QString& help, QWidget* field) {
    auto* words = new PlainLabel(theme_, TextRole::Body, Weight::Bold, Tone::Text1, this);
    words->setWordWrap(true);
    words->show(label);
    words->setBuddy(field);
    field->setAccessibleName(label);
    field->setAccessibleDescription(help);
    into_->addSpacing(8);
    into_->addWidget(words);
    into_->addWidget(field);
    if (!help.isEmpty()) {
        addText(help, Tone::Text3);
    }
}

void Panel::addCheck(QWidget* box, const QString& help) {
    box->setAccessibleDescription(help);
    into_->addSpacing(8);
    into_->addWidget(box);
    if (!help.isEmpty()) {
        addText(help, Tone::Text3);
    }
}

PlainLabel* Panel::addText(const QString& text, Tone tone) {
    auto* words = new PlainLabel(theme_, TextRole::Dense, Weight::Normal, tone, this);
    words->setWordWrap(true);
    words->show(text);
    into_->addWidget(words);
    return words;
}

void Panel::addFinding(const QString& icon, Tone tone, const QString& what, const QString& detail,
                       const QString& word, QWidget* act) {
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 4, 0, 4);
    line->setSpacing(8);
    line->addWidget(new Mark(theme_, icon, tone, row), 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    const bool bare = detail.isEmpty() && word.isEmpty(); // one of a list
    auto* head = new PlainLabel(theme_, TextRole::Body, bare ? Weight::Normal : Weight::Bold,
                                Tone::Text1, row);
    head->setWordWrap(true);
    head->show(what);
    texts->addWidget(head);
    if (!detail.isEmpty()) {
        auto* rest = new PlainLabel(theme_, TextRole::Dense, Weight::Normal, Tone::Text2, row);
        rest->setWordWrap(true);
        rest->show(detail);
        texts->addWidget(rest);
    }
    texts->addStretch(1); // what is done about it may be taller
    line->addLayout(texts, 1);
    if (!word.isEmpty()) {
        auto* verdict = new PlainLabel(theme_, TextRole::Dense, Weight::Bold, tone, row);
        verdict->show(word);
        line->addWidget(verdict, 0, Qt::AlignTop);
    }
    if (act) {
        line->addWidget(act, 0, Qt::AlignVCenter);
    }
    QStringList spoken{what, word, detail};
    spoken.removeAll(QString());
    row->setAccessibleName(spoken.join(QStringLiteral(", ")));
    into_->addWidget(row);
}

void Panel::beginFold(const QString& words) {
    folding_ = new Button(theme_, ButtonKind::Quiet, u"right"_s, words, this);
    folding_->setObjectName(u"fold"_s);
    folded_ = new QWidget(this);
    into_ = new QVBoxLayout(folded_);
    into_->setContentsMargins(0, 0, 0, 0);
    into_->setSpacing(column_->spacing());
    column_->addSpacing(8);
    column_->addWidget(folding_, 0, Qt::AlignLeft);
    column_->addWidget(folded_);
    folded_->hide();
    connect(folding_, &Button::clicked, this, [this] {
        folded_->setVisible(folded_->isHidden());
        folding_->setIconName(folded_->isHidden() ? u"right"_s : u"down"_s);
    });
}

void Panel::unfold() {
    if (folding_ && folded_->isHidden()) {
        folding_->click();
    }
}

void Panel::clear() {
    while (column_->count() > kept_) {
        QLayoutItem* item = column_->takeAt(kept_);
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void Panel::reveal() {
    QWidget* up = parentWidget();
    while (up && !qobject_cast<QScrollArea*>(up)) {
        up = up->parentWidget();
    }
    auto* area = qobject_cast<QScrollArea*>(up);
    if (!area) {
        return;
    }
    // After the layouts of what surrounds it, which are asked for by now.
    QMetaObject::invokeMethod(
        this, [this, area] { area->ensureWidgetVisible(this); }, Qt::QueuedConnection);
}

void Panel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintPanel(painter, rect(), theme_.color(Tone::Surface1), theme_.color(Tone::Line),
               kRadiusCard);
}

QWidget* scrolling(const Theme& theme, QWidget* content, int widest, bool centred) {
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* ground = new QWidget;
    auto* row = new QHBoxLayout(ground);
    row->setContentsMargins(24, 16, 24, 24);
    const auto bound = [&theme, content, widest] { content->setMaximumWidth(theme.px(widest)); };
    QObject::connect(&theme, &Theme::changed, content, bound);
    bound();
    if (centred) {
        row->addStretch();
    }
    row->addWidget(content, 1, Qt::AlignTop); // all there is, up to the widest
    row->addStretch();
    area->setWidget(ground);
    return area;
}

} // namespace comanda::ui

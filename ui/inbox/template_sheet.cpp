#include "ui/inbox/template_sheet.h"

#include "app/text/words.h"
#include "core/base/text.h"
#include "ui/widgets/paint.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace comanda::ui {

namespace {

constexpr int kSide = 16;    // page edge
constexpr int kMiddle = 184; // px at 100 % of the fields and the preview

// What the customer will read, on the ground of a bubble of ours.
class Sample final : public PlainLabel {
public:
    Sample(const Theme& theme, QWidget* parent)
        : PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text1, parent), theme_(theme) {
        setWordWrap(true);
        setMargin(12);
        setAlignment(Qt::AlignTop);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        paintPanel(painter, rect(), theme_.color(Tone::BubbleOut), theme_.color(Tone::BubbleOut),
                   kRadiusCard);
        painter.end();
        PlainLabel::paintEvent(event);
    }

private:
    const Theme& theme_;
};

// First what can be sent, in the shop's language before the others.
int rankOf(const MessageTemplate& one, const QString& language) {
    return (one.unfit.isEmpty() ? 0 : 2) + (one.language.startsWith(language) ? 0 : 1);
}

QString kindWords(TemplateHeader kind) {
    switch (kind) {
    case TemplateHeader::Image:
        return TemplateSheet::tr("Choose a picture…");
    case TemplateHeader::Video:
        return TemplateSheet::tr("Choose a video…");
    case TemplateHeader::Document:
    case TemplateHeader::None:
    case TemplateHeader::Text:
        break;
    }
    return TemplateSheet::tr("Choose a document…");
}

QString costWords(const QString& category) {
    if (category == "marketing"_L1) {
        return TemplateSheet::tr("WhatsApp bills it as advertising.");
    }
    return category == "utility"_L1 ? TemplateSheet::tr("WhatsApp may bill it as a service notice.")
                                    : TemplateSheet::tr("WhatsApp may bill it.");
}

} // namespace

TemplateSheet::TemplateSheet(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      choice_(new Choice(theme, this)),
      scroll_(new QScrollArea(this)),
      beside_(new QScrollArea(this)),
      none_(new PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text1, this)),
      preview_(new Sample(theme, this)),
      cost_(new PlainLabel(theme, TextRole::Dense, Weight::Normal, Tone::Text2, this)),
      complaint_(new PlainLabel(theme, TextRole::Dense, Weight::Bold, Tone::Due, this)),
      send_(new Button(theme, ButtonKind::Primary, u"send"_s, tr("Send"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSide, 8, kSide, 12);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    auto* title = new PlainLabel(theme, TextRole::Strong, Weight::Bold, Tone::Text1, this);
    title->show(tr("Approved text"));
    auto* back = new Button(theme, ButtonKind::Quiet, u"close"_s, {}, this);
    back->setSpoken(tr("Close (Esc)"));
    head->addWidget(title, 1);
    head->addWidget(back);
    column->addLayout(head);
    none_->setWordWrap(true);
    none_->show(tr("This number has no approved texts. The owner writes them in WhatsApp Manager; "
                   "once approved they appear here by themselves."));
    column->addWidget(none_);
    choice_->setObjectName(u"template"_s);
    choice_->setAccessibleName(tr("Approved text"));
    column->addWidget(choice_);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(16);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    middle->addWidget(scroll_, 1);
    beside_->setWidgetResizable(true);
    beside_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    beside_->setFocusPolicy(Qt::NoFocus);
    preview_->setObjectName(u"preview"_s);
    beside_->setWidget(preview_);
    preview_->setAutoFillBackground(false);
    middle->addWidget(beside_, 1);
    column->addLayout(middle);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(complaint_);
    words->addWidget(cost_);
    foot->addLayout(words, 1);
    foot->addWidget(send_, 0, Qt::AlignBottom);
    column->addLayout(foot);
    send_->setObjectName(u"sendTemplate"_s);
    setObjectName(u"templateSheet"_s);
    const auto fit = [this] {
        scroll_->setFixedHeight(theme_.px(kMiddle));
        beside_->setFixedHeight(theme_.px(kMiddle));
    };
    fit();
    connect(&theme_, &Theme::changed, this, fit);
    connect(back, &Button::clicked, this, &TemplateSheet::leave);
    connect(send_, &Button::clicked, this, &TemplateSheet::send);
    connect(choice_, &QComboBox::currentIndexChanged, this, &TemplateSheet::build);
    hide();
}

void TemplateSheet::open(const Conversation& conversation, std::vector<MessageTemplate> templates,
                         const QString& language) {
    conversation_ = conversation.id;
    templates_ = std::move(templates);
    std::stable_sort(templates_.begin(), templates_.end(),
                     [&](const MessageTemplate& one, const MessageTemplate& other) {
                         return rankOf(one, language) < rankOf(other, language);
                     });
    {
        const QSignalBlocker quiet(choice_);
        choice_->clear();
        for (const MessageTemplate& one : templates_) {
            choice_->addItem(displayLine(one.name, 60) + u" · "_s + displayLine(one.language, 12));
        }
    }
    none_->setVisible(templates_.empty());
    for (QWidget* part : std::initializer_list<QWidget*>{choice_, scroll_, beside_, send_}) {
        part->setVisible(!templates_.empty());
    }
    build();
    QWidget::show();
    if (!templates_.empty()) {
        choice_->setFocus(Qt::OtherFocusReason);
    }
}

void TemplateSheet::leave() {
    conversation_ = {};
    path_.clear();
    hide();
    Q_EMIT closed();
}

const MessageTemplate* TemplateSheet::chosen() const {
    const auto index = static_cast<std::size_t>(choice_->currentIndex());
    return choice_->currentIndex() >= 0 && index < templates_.size() ? &templates_[index] : nullptr;
}

void TemplateSheet::build() {
    fields_.clear();
    path_.clear();
    file_ = nullptr;
    auto* body = new QWidget;
    column_ = new QVBoxLayout(body);
    column_->setContentsMargins(0, 0, 8, 0);
    column_->setSpacing(4);
    if (const MessageTemplate* one = chosen()) {
        if (one->header == TemplateHeader::Text) {
            addFields(Field::Place::Header, one->headerText, one->headerExamples);
        } else if (one->header != TemplateHeader::None) {
            addFile(one->header);
        }
        addFields(Field::Place::Body, one->body, one->bodyExamples);
        for (int i = 0; i < static_cast<int>(one->buttons.size()); ++i) {
            const TemplateButton& button = one->buttons[static_cast<std::size_t>(i)];
            if (!holesIn(button.url).isEmpty()) {
                addField({Field::Place::Link, {}, i, nullptr},
                         tr("End of the link “%1”").arg(displayLine(button.title, 40)),
                         displayLine(button.url, 80));
            }
        }
        if (fields_.empty() && file_ == nullptr) {
            auto* nothing =
                new PlainLabel(theme_, TextRole::Dense, Weight::Normal, Tone::Text2, body);
            nothing->setWordWrap(true);
            nothing->show(tr("Nothing to fill in."));
            column_->addWidget(nothing);
        }
    }
    column_->addStretch(1);
    scroll_->setWidget(body); // the one before goes
    body->setAutoFillBackground(false);
    body->show();
    QWidget* before = choice_;
    if (file_ != nullptr) {
        setTabOrder(before, file_);
        before = file_;
    }
    for (const Field& field : fields_) {
        setTabOrder(before, field.line);
        before = field.line;
    }
    setTabOrder(before, send_);
    refresh();
}

void TemplateSheet::addFields(Field::Place place, const QString& text,
                              const QMap<QString, QString>& examples) {
    for (const QString& hole : holesIn(text)) {
        const QString label = place == Field::Place::Header ? tr("Place %1 of the title").arg(hole)
                                                            : tr("Place %1").arg(hole);
        addField({place, hole, 0, nullptr}, label, examples.value(hole));
    }
}

void TemplateSheet::addField(Field field, const QString& label, const QString& example) {
    auto* name = new PlainLabel(theme_, TextRole::Dense, Weight::Normal, Tone::Text2);
    name->show(label);
    field.line = new QLineEdit;
    field.line->setMaxLength(1024);
    field.line->setPlaceholderText(example.isEmpty() ? QString()
                                                     : tr("such as %1").arg(displayLine(example)));
    field.line->setAccessibleName(label);
    field.line->setObjectName(u"place-%1"_s.arg(fields_.size() + 1));
    column_->addWidget(name);
    column_->addWidget(field.line);
    connect(field.line, &QLineEdit::textChanged, this, &TemplateSheet::refresh);
    fields_.push_back(field);
}

void TemplateSheet::addFile(TemplateHeader kind) {
    file_ = new Button(theme_, ButtonKind::Plain, u"attach"_s, kindWords(kind));
    file_->setObjectName(u"templateFile"_s);
    column_->addWidget(file_);
    connect(file_, &Button::clicked, this, [this, kind] { Q_EMIT fileAsked(kind); });
}

void TemplateSheet::setFile(const QString& path) {
    if (file_ == nullptr || path.isEmpty()) {
        return;
    }
    path_ = path;
    file_->setText(displayLine(QFileInfo(path).fileName(), 40));
    file_->updateGeometry();
    refresh();
}

TemplateFilling TemplateSheet::filling() const {
    TemplateFilling filling;
    filling.withFile = !path_.isEmpty();
    for (const Field& field : fields_) {
        switch (field.place) {
        case Field::Place::Header:
            filling.header.insert(field.hole, field.line->text());
            break;
        case Field::Place::Body:
            filling.body.insert(field.hole, field.line->text());
            break;
        case Field::Place::Link:
            filling.linkEnds.insert(field.button, field.line->text());
            break;
        }
    }
    return filling;
}

void TemplateSheet::refresh() {
    const MessageTemplate* one = chosen();
    const Result<TemplateUse> use =
        one ? fill(*one, filling()) : Result<TemplateUse>(fail(ErrorKind::Invalid, {}));
    preview_->show(one ? displayText(textOf(*one, filling())) : QString());
    preview_->setAccessibleName(tr("The customer will read: %1").arg(preview_->shownText()));
    cost_->show(one ? costWords(one->category) : QString());
    complaint_->show(!one || use ? QString() : text::describe(use.error()));
    send_->setEnabled(use.has_value());
}

void TemplateSheet::send() {
    const MessageTemplate* one = chosen();
    const auto use =
        one ? fill(*one, filling()) : Result<TemplateUse>(fail(ErrorKind::Invalid, {}));
    if (use) {
        Q_EMIT sendAsked(conversation_, *use, textOf(*one, filling()), path_);
    }
}

void TemplateSheet::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        leave();
    } else if (enter && !event->isAutoRepeat() && !fields_.empty()
               && fields_.back().line->hasFocus()) {
        send();
    } else if (enter) {
        focusNextChild();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void TemplateSheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme_.color(Tone::Surface1));
    painter.fillRect(QRect(0, 0, width(), 1), theme_.color(Tone::Line));
}

} // namespace comanda::ui

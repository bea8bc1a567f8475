#include "ui/inbox/closed_row.h"

#include "app/text/words.h"
#include "core/base/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace comanda::ui {

ClosedRow::ClosedRow(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      row_(new QHBoxLayout),
      rule_(new PlainLabel(theme, TextRole::Body, Weight::Normal, Tone::Text1, this)),
      text_(new Button(theme, ButtonKind::Secondary, u"note"_s, tr("Approved text…"), this)),
      call_(new Button(theme, ButtonKind::Plain, u"phone"_s, {}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    rule_->setWordWrap(true);
    column->addWidget(rule_);
    row_->setSpacing(8);
    row_->addWidget(text_);
    row_->addWidget(call_);
    row_->addStretch(1);
    column->addLayout(row_);
    text_->setObjectName(u"approvedText"_s);
    call_->setObjectName(u"call"_s);
    connect(text_, &Button::clicked, this, &ClosedRow::approvedTextAsked);
    connect(call_, &Button::clicked, this, [this] { Q_EMIT callAsked(phone_); });
}

void ClosedRow::say(const QString& rule, const Ways& ways) {
    rule_->show(rule);
    text_->setVisible(ways.approvedText);
    call_->setVisible(!ways.phone.isEmpty());
    if (phone_ != ways.phone) {
        phone_ = ways.phone;
        const QString words = tr("Call %1").arg(displayLine(phone_, 24));
        call_->setText(words);
        call_->setAccessibleName(words);
        call_->updateGeometry();
    }
    setAccessibleName(rule);
}

void ClosedRow::takeFocus() {
    for (Button* way : {text_, call_}) {
        if (!way->isHidden()) {
            way->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void ClosedRow::offer(const std::vector<Conversation>& others) {
    for (Button* button : others_) {
        button->deleteLater();
    }
    others_.clear();
    for (const Conversation& other : others) {
        auto* button = new Button(theme_, ButtonKind::Plain, tileIconName(other.platform),
                                  tr("Write on %1").arg(text::platformName(other.platform)), this);
        button->setObjectName(u"other"_s);
        connect(button, &Button::clicked, this, [this, id = other.id] { Q_EMIT otherAsked(id); });
        row_->insertWidget(1 + static_cast<int>(others_.size()), button);
        others_.push_back(button);
        button->show();
    }
}

} // namespace comanda::ui

#include "ui/inbox/answer_row.h"

#include "core/base/text.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace comanda::ui {

AnswerRow::AnswerRow(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      words_(new PlainLabel(theme, TextRole::Dense, Weight::Bold, Tone::Text1, this)),
      private_(new CheckBox(theme, tr("In private, once"), this)),
      had_(new PlainLabel(theme, TextRole::Dense, Weight::Normal, Tone::Text2, this)),
      close_(new Button(theme, ButtonKind::Quiet, u"close"_s, {}, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(words_, 1);
    row->addWidget(had_);
    row->addWidget(private_);
    row->addWidget(close_);
    had_->show(tr("Only in public now"));
    private_->setObjectName(u"inPrivate"_s);
    private_->setAccessibleDescription(
        tr("Only who wrote the comment sees the answer. It can be done once."));
    close_->setSpoken(tr("Answer nobody in particular"));
    connect(close_, &Button::clicked, this, &AnswerRow::drop);
    connect(private_, &QCheckBox::toggled, this, &AnswerRow::changed);
    hide();
}

bool AnswerRow::choose(const Message& comment, bool alone) {
    if (isPrivate() && !alone) {
        return false;
    }
    comment_ = comment.id;
    author_ = displayLine(comment.author, 40);
    const QString said = displayLine(comment.text, 80);
    words_->show(author_.isEmpty() ? tr("Answering “%1”").arg(said)
                                   : tr("Answering %1: “%2”").arg(author_, said));
    private_->setVisible(alone);
    had_->setVisible(!alone);
    show();
    Q_EMIT changed();
    return true;
}

void AnswerRow::drop() {
    comment_ = {};
    author_.clear();
    private_->setChecked(false);
    hide();
    Q_EMIT changed();
}

} // namespace comanda::ui

#include "ui/settings/replies_form.h"

#include "app/text/words.h"
#include "ui/models/quick_replies.h"
#include "ui/widgets/button.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace comanda::ui {

RepliesForm::RepliesForm(const Theme& theme, store::Store& store, QWidget* parent)
    : QWidget(parent), store_(store), outcome_(new Panel(theme, {}, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    auto* panel = new Panel(theme, tr("Quick replies"), this);
    panel->addText(tr("They stand under every chat. A touch writes one into the answer, where it "
                      "can still be changed before it is sent."));
    for (int i = 0; i < kQuickRepliesMax; ++i) {
        auto* line = new QLineEdit(panel);
        line->setObjectName(u"reply-%1"_s.arg(i + 1));
        line->setMaxLength(300);
        panel->addField(tr("Reply %1").arg(i + 1), {}, line);
        lines_.push_back(line);
    }
    auto* save = new Button(theme, ButtonKind::Primary, u"check"_s, tr("Save"), this);
    save->setObjectName(u"save-replies"_s);
    connect(save, &Button::clicked, this, &RepliesForm::save);
    column->addWidget(panel);
    column->addWidget(outcome_);
    column->addWidget(save, 0, Qt::AlignRight);
    outcome_->hide();
    read();
}

void RepliesForm::read() {
    store_.read<QStringList>(
        this, [](store::Reader& reader) { return readQuickReplies(reader); },
        [this](const Result<QStringList>& replies) {
            if (!replies) {
                say(fail(replies.error()), {});
                return;
            }
            for (std::size_t i = 0; i < lines_.size(); ++i) {
                lines_[i]->setText(replies->value(static_cast<qsizetype>(i)));
            }
        });
}

void RepliesForm::save() {
    QStringList replies;
    for (const QLineEdit* line : lines_) {
        replies << line->text();
    }
    store_.write<Done>(
        this, [replies](store::Writer& writer) { return writeQuickReplies(writer, replies); },
        [this](const Result<>& saved) {
            say(saved, tr("Saved"));
            if (saved) {
                read();
            }
        });
}

void RepliesForm::say(const Result<>& outcome, const QString& done) {
    outcome_->clear();
    outcome_->show();
    if (outcome) {
        outcome_->addFinding(u"check"_s, Tone::Ready, done, {}, {});
    } else {
        outcome_->addFinding(u"warning"_s, Tone::Error, tr("That did not work"),
                             text::describe(outcome.error()), {});
    }
    outcome_->reveal();
}

} // namespace comanda::ui

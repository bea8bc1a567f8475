// To which comment the answer goes, and whether its author alone will see it. Once chosen it stays
// until it is dropped or sent: what was meant for one person must not come out in public because a
// list was read again.
#pragma once

#include "core/domain/message.h"
#include "ui/widgets/button.h"
#include "ui/widgets/check_box.h"
#include "ui/widgets/plain_label.h"

#include <optional>

namespace comanda::ui {

class AnswerRow final : public QWidget {
    Q_OBJECT
public:
    explicit AnswerRow(const Theme& theme, QWidget* parent = nullptr);

    // `alone`: its author can still be answered in private. Refused, and false, where an answer in
    // private is being written and this comment cannot have one.
    bool choose(const Message& comment, bool alone);
    void drop();
    [[nodiscard]] MessageId comment() const { return comment_; }
    [[nodiscard]] const QString& author() const { return author_; }
    [[nodiscard]] bool isPrivate() const { return comment_.isValid() && private_->isChecked(); }

Q_SIGNALS:
    void changed();

private:
    PlainLabel* words_;
    CheckBox* private_;
    PlainLabel* had_;
    Button* close_;
    MessageId comment_;
    QString author_;
};

} // namespace comanda::ui

// What stands where the field was once the reply window has closed: the rule in one sentence, and
// the ways that are left.
#pragma once

#include "core/domain/message.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"

#include <vector>

class QHBoxLayout;

namespace comanda::ui {

class ClosedRow final : public QWidget {
    Q_OBJECT
public:
    struct Ways {
        bool approvedText = false;
        QString phone; // empty: none is known

        bool operator==(const Ways&) const = default;
    };
    explicit ClosedRow(const Theme& theme, QWidget* parent = nullptr);

    void say(const QString& rule, const Ways& ways);
    void takeFocus(); // the first way, if there is one
    // Other chats of the same person in which one may still write.
    void offer(const std::vector<Conversation>& others);
    [[nodiscard]] const QString& rule() const { return rule_->shownText(); }

Q_SIGNALS:
    void approvedTextAsked();
    void callAsked(const QString& phone);
    void otherAsked(comanda::ConversationId conversation);

private:
    const Theme& theme_;
    QHBoxLayout* row_;
    std::vector<Button*> others_;
    PlainLabel* rule_;
    Button* text_;
    Button* call_;
    QString phone_;
};

} // namespace comanda::ui

// What the set-up pages are built of: a head, panels with labelled fields, and lines of findings.
#pragma once

#include "ui/widgets/plain_label.h"

#include <QFrame>
#include <QVBoxLayout>

namespace comanda::ui {

class Button;

// A raised panel with a column inside.
class Panel final : public QFrame {
    Q_OBJECT
public:
    explicit Panel(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QVBoxLayout* column() { return column_; }
    // Label above, help below; the label names the field for assistive tools.
    void addField(const QString& label, const QString& help, QWidget* field);
    // What is ticked names itself; help below.
    void addCheck(QWidget* box, const QString& help);
    PlainLabel* addText(const QString& text, Tone tone = Tone::Text2);
    // A finding: icon, what, detail and a word at the right ("Good").
    // `act`: a button at the right, for what can be done about it.
    void addFinding(const QString& icon, Tone tone, const QString& what, const QString& detail,
                    const QString& word, QWidget* act = nullptr);
    // What follows stands under a button, folded away until that is pressed.
    void beginFold(const QString& words);
    void endFold() { into_ = column_; }
    void unfold();
    void clear(); // all but the title
    // Scrolls the page it stands on until it is seen, once it has its place there.
    void reveal();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& theme_;
    QVBoxLayout* column_;
    QVBoxLayout* into_; // column_, or what is folded
    Button* folding_ = nullptr;
    QWidget* folded_ = nullptr;
    int kept_ = 0; // items that clear() leaves
};

// Puts `content` into a page that scrolls down only, at most `widest` px at 100 %.
[[nodiscard]] QWidget* scrolling(const Theme& theme, QWidget* content, int widest,
                                 bool centred = false);

} // namespace comanda::ui

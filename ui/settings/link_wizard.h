// Lets the owner's phone link us: shows the code to scan with the steps in words, waits, and says
// what came of it. The code is shown and kept nowhere else.
#pragma once

#include "core/connect/linking.h"
#include "ui/settings/panel.h"
#include "ui/widgets/button.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <functional>
#include <memory>

namespace comanda::ui {

class LinkWizard final : public QWidget {
    Q_OBJECT
public:
    // `make`: for what is typed beside it now.
    using Make = std::function<std::unique_ptr<connect::Linking>()>;
    LinkWizard(const Theme& theme, Make make, QWidget* parent = nullptr);

    void start();

Q_SIGNALS:
    void linked(const QString& account); // may be empty: the program did not say

private:
    void showStart(const QString& words);
    void showAsking();
    void showCode(const QString& code, Millis lasts);
    void showRiddle(const QString& address, const Error& why);
    void showEnd(const QString& account);
    void showTrouble(const Error& error);
    void tellRest();
    void stop(); // nothing comes of it any more
    Button* addButton(const QString& name, ButtonKind kind, const QString& words);

    const Theme& theme_;
    Make make_;
    std::unique_ptr<connect::Linking> linking_; // while it is under way
    Panel* panel_;
    PlainLabel* rest_ = nullptr; // how long the code is good
    QTimer second_;
    QDeadlineTimer until_;
};

} // namespace comanda::ui

// Where customers find the shop: the address of every channel and the telephone, to be copied, and
// as codes for the door, the bag and the receipt.
#pragma once

#include "core/domain/links.h"
#include "core/store/store.h"
#include "ui/settings/panel.h"
#include "ui/widgets/button.h"

#include <vector>

namespace comanda::ui {

class LinksForm final : public QWidget {
    Q_OBJECT
public:
    LinksForm(const Theme& theme, store::Store& store, QWidget* parent = nullptr);

private:
    struct Known {
        std::vector<WayIn> ways;
        QStringList silent; // channels whose platform has not told an address yet
        bool operator==(const Known&) const = default;
    };
    void read();
    void show(const Known& known);
    void addWay(const WayIn& way);
    void copied(Button* button);

    const Theme& theme_;
    store::Store& store_;
    Known known_;
    int asked_ = 0; // reads: only the last one's answer counts
    QVBoxLayout* ways_;
    Panel* about_;
};

} // namespace comanda::ui

// The channels' lights along the top, owners together; at the right who sits here, the sound, the
// time.
#pragma once

#include "core/base/clock.h"
#include "core/domain/shop.h"
#include "ui/models/lights.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plain_label.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;

namespace comanda::ui {

class LightButton final : public QAbstractButton {
    Q_OBJECT
public:
    LightButton(const Theme& theme, QWidget* parent);
    void show(const ChannelLight& light);
    void setBrief(bool brief); // the word only when it is not healthy
    [[nodiscard]] const ChannelLight& light() const { return light_; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString words() const;
    const Theme& theme_;
    ChannelLight light_;
    bool brief_ = false;
};

class ChannelStrip final : public QWidget {
    Q_OBJECT
public:
    ChannelStrip(const Theme& theme, const Shop& shop, const Clock& clock, const Lights& lights,
                 QWidget* parent = nullptr);
    void setSeat(const QString& person, const QString& seat);
    void setMuted(bool muted, Millis left);
    void setFrame(bool narrow, int rail); // the logo stands over the rail, that wide
    [[nodiscard]] Button& sound() { return *sound_; }

Q_SIGNALS:
    void lightTouched(comanda::ChannelId channel);
    void soundTouched();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void refresh();
    void tick();

    const Theme& theme_;
    const Shop& shop_;
    const Clock& clock_;
    const Lights& lights_;
    QHBoxLayout* row_;
    QWidget* logo_;
    QWidget* list_;
    QHBoxLayout* entries_;
    std::vector<LightButton*> buttons_;
    Button* sound_;
    PlainLabel* seat_;
    PlainLabel* time_;
    QTimer second_;
    bool narrow_ = false;
};

} // namespace comanda::ui

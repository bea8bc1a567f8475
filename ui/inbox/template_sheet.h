// Where staff choose an approved text, fill in its places, see what the customer will read, and
// send it. It takes the composer's place; nothing waits for it.
#pragma once

#include "core/domain/message.h"
#include "core/domain/message_template.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/plain_label.h"

#include <QFrame>
#include <QLineEdit>

class QScrollArea;
class QVBoxLayout;

namespace comanda::ui {

class TemplateSheet final : public QFrame {
    Q_OBJECT
public:
    explicit TemplateSheet(const Theme& theme, QWidget* parent = nullptr);

    // `language`: of the shop; its texts stand first.
    void open(const Conversation& conversation, std::vector<MessageTemplate> templates,
              const QString& language);
    void leave();
    [[nodiscard]] QString preview() const { return preview_->shownText(); }
    [[nodiscard]] QString complaint() const { return complaint_->shownText(); }
    void setFile(const QString& path); // of the header

Q_SIGNALS:
    void sendAsked(comanda::ConversationId conversation, const comanda::TemplateUse& use,
                   const QString& text, const QString& path);
    void fileAsked(comanda::TemplateHeader kind);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Field {
        enum class Place { Header, Body, Link } place = Place::Body;
        QString hole;
        int button = 0; // of Link
        QLineEdit* line = nullptr;
    };
    [[nodiscard]] const MessageTemplate* chosen() const;
    [[nodiscard]] TemplateFilling filling() const;
    void build(); // the fields of the chosen text
    void addFields(Field::Place place, const QString& text, const QMap<QString, QString>& examples);
    void addField(Field field, const QString& label, const QString& example);
    void addFile(TemplateHeader kind);
    void refresh();
    void send();

    const Theme& theme_;
    ConversationId conversation_;
    std::vector<MessageTemplate> templates_;
    QString path_;
    std::vector<Field> fields_;
    Choice* choice_;
    QScrollArea* scroll_;
    QScrollArea* beside_;
    QVBoxLayout* column_ = nullptr; // of the fields
    Button* file_ = nullptr;
    PlainLabel* none_;
    PlainLabel* preview_;
    PlainLabel* cost_;
    PlainLabel* complaint_;
    Button* send_;
};

} // namespace comanda::ui

// The texts that WhatsApp has approved for this account, read from
//   GET /{waba-id}/message_templates -> {"data": [ template* ], "paging": {"cursors", "next"}}
//   template  = {"name", "language", "status", "category", "parameter_format",
//                "components": [ component* ]}
//   component = {"type": "HEADER", "format": "TEXT" | "IMAGE" | …, "text", "example"}
//             | {"type": "BODY", "text", "example"} | {"type": "FOOTER", "text"}
//             | {"type": "BUTTONS", "buttons": [{"type", "text", "url"}]}
// https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/overview
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"
#include "core/domain/message_template.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace comanda::whatsapp {

// One of them. nullopt: it is not approved, or has no name, language or body. What cannot be sent
// from here says so: "template.unfit". Pure.
[[nodiscard]] std::optional<MessageTemplate> readTemplate(const QJsonObject& json);

// Reads them at the start, every hour, and soon after the platform says that one has changed. A
// list that cannot be read to its end changes nothing: the one that is kept is still there.
class TemplateList final : public QObject {
    Q_OBJECT
public:
    TemplateList(graph::Caller& caller, QString businessAccountId, const connect::Host& host,
                 QObject* parent = nullptr);

    void start();
    void stop();
    void changed(); // the platform says so

private:
    void readFrom(const QString& cursor, int page);
    void pageRead(const net::HttpResult& result, const QString& cursor, int page);

    graph::Caller& caller_;
    QString businessAccountId_;
    connect::Host host_;
    QTimer again_;
    bool reading_ = false;
    bool stopped_ = false;
    std::vector<MessageTemplate> found_;
};

} // namespace comanda::whatsapp

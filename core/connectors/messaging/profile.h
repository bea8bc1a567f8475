// What a person calls themselves, which their messages do not say.
//
//   answer = { "id", "name" | "first_name", "last_name", "username" }      of GET /{person}
//   body   = { "profile": answer }                                         as we keep it
//
// It is kept like everything that a platform tells, so that the store learns it in one way.
// https://developers.facebook.com/docs/messenger-platform/identity/user-profile
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"
#include "core/connectors/messaging/dialect.h"

#include <QObject>
#include <QSet>
#include <QStringList>

namespace comanda::messaging {

// Of a body that is such an answer; nullopt: it is not.
[[nodiscard]] std::optional<QJsonObject> profileIn(const QByteArray& body);
[[nodiscard]] Event readProfile(const QJsonObject& profile, const QString& account,
                                const Dialect& dialect);

// Asks for each person who writes, once while the channel runs, one after another and never in the
// way of a message. Where the platform does not tell, the person stays without a name.
class Profiles final : public QObject {
    Q_OBJECT
public:
    struct Place {
        QString account; // of the events
        QString fields;
    };

    Profiles(graph::Caller& caller, Place place, const connect::Host& host,
             QObject* parent = nullptr);

    void arrived(const Events& events); // they are stored
    void stop() { stopped_ = true; }

private:
    void next();
    void told(const QString& person, const net::HttpResult& result);

    graph::Caller& caller_;
    const Place place_;
    connect::Host host_;
    QSet<QString> asked_;
    QStringList waiting_;
    bool asking_ = false;
    bool stopped_ = false;
};

} // namespace comanda::messaging

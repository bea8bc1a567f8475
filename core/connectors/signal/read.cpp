#include "core/connectors/signal/read.h"

#include "core/base/json.h"
#include "core/connectors/signal/envelope.h"
#include "core/connectors/signal/pieces.h"

#include <QJsonArray>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

class Reading {
public:
    explicit Reading(QString account) : account_(std::move(account)) {}

    void piece(const Piece& piece) {
        if (!piece.broken.isEmpty()) {
            broken(piece.broken);
        } else if (!piece.value.isObject()) {
            broken(u"a notification that is no readable object"_s);
        } else {
            notification(piece.value.toObject());
        }
    }

    [[nodiscard]] Events take() { return std::move(events_); }

private:
    void notification(const QJsonObject& json) {
        const QString method = json.value(u"method"_s).toString();
        if (!method.isEmpty() && method != "receive"_L1) {
            broken(u"a notification that is not read: "_s + method.left(64));
        } else if (json.contains(u"params"_s)) {
            params(json.value(u"params"_s));
        } else if (isReceived(json)) {
            received(json, account_);
        } else if (json.value(u"result"_s).isArray()) {
            results(json.value(u"result"_s).toArray(), account_);
        } else if (isEnvelope(json)) {
            add(readEnvelope(json, account_));
        } else {
            answer(json);
        }
    }

    void params(const QJsonValue& json) {
        const QJsonObject params = json.toObject();
        const QString account = accountIn(params, account_);
        const QJsonValue result = params.value(u"result"_s);
        if (isReceived(params)) {
            received(params, account);
        } else if (result.isArray()) {
            results(result.toArray(), account);
        } else if (isReceived(result.toObject())) {
            received(result.toObject(), account);
        } else {
            broken(u"a notification without an envelope"_s);
        }
    }

    void results(const QJsonArray& list, const QString& account) {
        for (const QJsonValue one : list) {
            if (isReceived(one.toObject())) {
                received(one.toObject(), account);
            } else {
                broken(u"a received item without an envelope"_s);
            }
        }
    }

    void received(const QJsonObject& json, const QString& otherwise) {
        const QString account = accountIn(json, otherwise);
        const QJsonValue envelope = json.value(u"envelope"_s);
        // "error" before version 0.9
        const QJsonObject trouble = json.value(u"exception"_s).isObject()
                                        ? json.value(u"exception"_s).toObject()
                                        : json.value(u"error"_s).toObject();
        if (!trouble.isEmpty()) {
            add(readTrouble(trouble, envelope.toObject(), account));
        } else if (envelope.isObject()) {
            add(readEnvelope(envelope.toObject(), account));
        } else {
            events_.push_back(ignored(account, u"an envelope is not a readable object"_s));
        }
    }

    void answer(const QJsonObject& json) {
        if (json.contains(u"result"_s) || json.contains(u"error"_s)) {
            const QString error =
                json.value(u"error"_s).toObject().value(u"message"_s).toString().left(200);
            broken((u"the answer to a call, no message "_s + error).trimmed());
        } else {
            broken(u"an object with nothing in it that is known"_s);
        }
    }

    static bool isReceived(const QJsonObject& json) {
        return json.contains(u"envelope"_s) || json.value(u"exception"_s).isObject();
    }

    static QString accountIn(const QJsonObject& json, const QString& otherwise) {
        const QString account = idText(json.value(u"account"_s));
        return account.isEmpty() ? otherwise : account;
    }

    void broken(const QString& reason) { events_.push_back(ignored(account_, reason)); }

    void add(const Events& events) { events_.insert(events_.end(), events.begin(), events.end()); }

    QString account_;
    Events events_;
};

} // namespace

Events read(const QByteArray& body, const QString& account) {
    Reading reading(account);
    for (const Piece& piece : pieces(body)) {
        reading.piece(piece);
    }
    Events events = reading.take();
    if (events.empty()) {
        events.push_back(ignored(account, u"the payload is empty"_s));
    }
    return events;
}

} // namespace comanda::signal

// Channels, the shop's decisions, settings and sealed values.
#include "core/base/json.h"
#include "core/store/outbox_rows.h"
#include "core/store/tools.h"
#include "core/store/try.h"
#include "core/store/writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

QString text(const QJsonObject& json) {
    return QString::fromUtf8(toCompactJson(json));
}

// A value that is no object or array has no JSON document of its own.
QString wrapped(const QJsonValue& value) {
    return text({{u"v"_s, value}});
}

QJsonObject ownSettings(QJsonObject settings) {
    settings.remove(kFactsKey);
    return settings;
}

// The account as it was here once: its conversations belong to it. Invalid: it never was.
Result<ChannelId> removedBefore(Connection& db, const ChannelConfig& channel) {
    if (channel.account.isEmpty()) {
        return ChannelId();
    }
    COMANDA_LET(row, db.selectOne(u"SELECT id FROM channel WHERE platform = ? AND account = ?"
                                  " AND removed = 1 ORDER BY id DESC LIMIT 1"_s,
                                  {toWord(channel.platform), channel.account}));
    return row ? row->id<ChannelId>(0) : ChannelId();
}

Result<> done(const Result<int>& affected) {
    return affected ? Result<>(Done{}) : fail(affected.error());
}

} // namespace

Result<ChannelId> Writer::saveChannel(const ChannelConfig& wanted) {
    changes_.channels = true;
    ChannelConfig channel = wanted;
    if (!channel.id.isValid()) {
        COMANDA_LET(before, removedBefore(connection_, channel));
        channel.id = before;
    }
    if (!channel.id.isValid()) {
        return connection_
            .insert(
                u"INSERT INTO channel (platform, account, name, settings, enabled) VALUES (?, ?, ?, ?, ?) RETURNING id"_s,
                {toWord(channel.platform), channel.account, channel.name,
                 text(ownSettings(channel.settings)), channel.enabled})
            .map([](qint64 id) { return ChannelId(id); });
    }
    // Another account is another queue: its cursor says nothing about this one (Telegram drops what
    // lies below an offset that is too high).
    COMANDA_LET(written,
                connection_.execute(
                    u"UPDATE channel SET platform = ?,"
                    " cursor = CASE WHEN account = ? OR account = '' THEN cursor ELSE NULL END,"
                    " send_from = CASE WHEN account = ? OR account = '' THEN send_from ELSE 0 END,"
                    " account = ?, name = ?, settings = ?, enabled = ?, removed = 0 WHERE id = ?"_s,
                    {toWord(channel.platform), channel.account, channel.account, channel.account,
                     channel.name, text(ownSettings(channel.settings)), channel.enabled,
                     bind(channel.id)}));
    if (written == 0) {
        return fail(ErrorKind::NotFound, u"store.no_channel"_s);
    }
    return channel.id;
}

Result<> Writer::removeChannel(ChannelId channel) {
    changes_.channels = true;
    COMANDA_TRY(connection_.execute(u"UPDATE channel SET removed = 1, enabled = 0 WHERE id = ?"_s,
                                    {bind(channel)}));
    return failIfRemoved({connection_, clock_, changes_}, channel);
}

Result<> Writer::saveShop(const Shop& shop) {
    return setSetting(u"shop"_s, shop.toJson());
}

Result<> Writer::setSetting(const QString& key, const QJsonValue& value) {
    changes_.channels = true;
    return done(connection_.execute(u"INSERT INTO setting (name, value) VALUES (?, ?)"
                                    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                                    {key, wrapped(value)}));
}

Result<QJsonValue> Writer::settingOr(const QString& key, const QJsonValue& value) {
    changes_.channels = true;
    COMANDA_LET(row, connection_.selectOne(u"INSERT INTO setting (name, value) VALUES (?, ?)"
                                           " ON CONFLICT (name) DO UPDATE SET value = setting.value"
                                           " RETURNING value"_s,
                                           {key, wrapped(value)}));
    return QJsonDocument::fromJson(row->text(0).toUtf8()).object().value("v"_L1);
}

Result<> Writer::putSealed(const QString& name, const QByteArray& sealed) {
    changes_.channels = true;
    if (sealed.isEmpty()) {
        return done(connection_.execute(u"DELETE FROM sealed WHERE name = ?"_s, {name}));
    }
    return done(connection_.execute(u"INSERT INTO sealed (name, value) VALUES (?, ?)"
                                    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                                    {name, sealed}));
}

Result<QByteArray> Writer::sealedOr(const QString& name, const QByteArray& sealed) {
    changes_.channels = true;
    COMANDA_LET(row, connection_.selectOne(u"INSERT INTO sealed (name, value) VALUES (?, ?)"
                                           " ON CONFLICT (name) DO UPDATE SET value = sealed.value"
                                           " RETURNING value"_s,
                                           {name, sealed}));
    return row->bytes(0);
}

Result<> Writer::learnAccount(ChannelId channel, const QString& account, const QJsonObject& facts) {
    COMANDA_LET(row, connection_.selectOne(u"SELECT account, facts FROM channel WHERE id = ?"_s,
                                           {bind(channel)}));
    if (!row) {
        return fail(ErrorKind::NotFound, u"store.no_channel"_s);
    }
    const QString now = text(facts);
    if ((account.isEmpty() || row->text(0) == account) && row->text(1) == now) {
        return Done{};
    }
    changes_.channels = true;
    return done(connection_.execute(
        u"UPDATE channel SET account = CASE WHEN ? = '' THEN account ELSE ? END,"
        " facts = ? WHERE id = ?"_s,
        {account, account, now, bind(channel)}));
}

Result<> Writer::learnProducts(ChannelId channel, const QMap<QString, QString>& nameBySku) {
    int changed = 0;
    for (auto it = nameBySku.begin(); it != nameBySku.end(); ++it) {
        COMANDA_LET(written, connection_.execute(
                                 u"INSERT INTO product (channel, sku, name) VALUES (?, ?, ?)"
                                 " ON CONFLICT (channel, sku) DO UPDATE SET name = excluded.name"
                                 " WHERE product.name <> excluded.name"_s,
                                 {bind(channel), it.key(), it.value()}));
        changed += written;
    }
    if (changed == 0) {
        return Done{};
    }
    COMANDA_LET(orders,
                connection_.select(u"SELECT id FROM orders WHERE is_open = 1 AND channel = ?"_s,
                                   {bind(channel)}));
    for (const Row& order : orders) {
        changes_.orders.push_back(order.id<OrderId>(0)); // their lines have names now
    }
    return Done{};
}

Result<> Writer::setCursor(const QString& name, const QString& value) {
    return done(connection_.execute(u"INSERT INTO cursor_at (name, value) VALUES (?, ?)"
                                    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                                    {name, value}));
}

} // namespace comanda::store

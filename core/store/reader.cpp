// Configuration, counts and figures; the other subjects are in reader_*.cpp.
#include "core/store/reader.h"

#include "core/base/json.h"
#include "core/store/engine_warnings.h"
#include "core/store/migrate.h"
#include "core/store/tools.h"
#include "core/store/try.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

QJsonObject object(const QString& json) {
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

Result<std::optional<QString>> oneText(Connection& db, const QString& sql, const QVariant& value) {
    COMANDA_LET(row, db.selectOne(sql, {value}));
    return row && !row->isNull(0) ? std::optional(row->text(0)) : std::nullopt;
}

} // namespace

Reader::Reader(Connection& connection) : connection_(connection) {}

Result<std::vector<ChannelConfig>> Reader::channels() {
    COMANDA_LET(rows,
                connection_.select(
                    u"SELECT id, platform, account, name, settings, enabled, facts FROM channel"
                    " WHERE removed = 0 ORDER BY id"_s));
    std::vector<ChannelConfig> channels;
    for (const Row& row : rows) {
        const auto platform = platformFrom(row.text(1));
        if (!platform) {
            continue; // written by a newer version; its connector is not built in
        }
        QJsonObject settings = object(row.text(4));
        const QJsonObject facts = object(row.text(6));
        if (!facts.isEmpty()) {
            settings.insert(QString(kFactsKey), facts);
        }
        channels.push_back(
            {row.id<ChannelId>(0), *platform, row.text(2), row.text(3), settings, row.flag(5)});
    }
    return channels;
}

Result<Shop> Reader::shop() {
    COMANDA_LET(saved, setting(u"shop"_s));
    return saved ? Shop::fromJson(saved->toObject()) : Result<Shop>(Shop());
}

Result<std::optional<QJsonValue>> Reader::setting(const QString& key) {
    COMANDA_LET(text, oneText(connection_, u"SELECT value FROM setting WHERE name = ?"_s, key));
    return text ? std::optional(object(*text).value("v"_L1)) : std::nullopt;
}

Result<std::optional<QByteArray>> Reader::sealed(const QString& name) {
    COMANDA_LET(row, connection_.selectOne(u"SELECT value FROM sealed WHERE name = ?"_s, {name}));
    return row ? std::optional(row->bytes(0)) : std::nullopt;
}

Result<QStringList> Reader::sealedNames() {
    COMANDA_LET(rows, connection_.select(u"SELECT name FROM sealed ORDER BY name"_s));
    QStringList names;
    for (const Row& row : rows) {
        names.append(row.text(0));
    }
    return names;
}

Result<std::optional<QString>> Reader::channelCursor(ChannelId channel) {
    return oneText(connection_, u"SELECT cursor FROM channel WHERE id = ?"_s, bind(channel));
}

Result<std::optional<QString>> Reader::cursor(const QString& name) {
    return oneText(connection_, u"SELECT value FROM cursor_at WHERE name = ?"_s, name);
}

Result<std::vector<Reader::ChannelCounts>> Reader::channelCounts() {
    COMANDA_LET(rows, connection_.select(
                          u"SELECT h.id, (SELECT count(*) FROM outbox o WHERE o.channel = h.id"
                          " AND o.state IN ('waiting', 'sending')), h.last_in_at FROM channel h"
                          " WHERE h.removed = 0 ORDER BY h.id"_s));
    std::vector<ChannelCounts> counts;
    counts.reserve(rows.size());
    for (const Row& row : rows) {
        counts.push_back(
            {row.id<ChannelId>(0), static_cast<int>(row.integer(1)), row.optionalTime(2)});
    }
    return counts;
}

Result<std::optional<Time>> Reader::nextSendAt() {
    // The heads only: what waits behind another leaves after it, whenever that is.
    COMANDA_LET(
        row, connection_.selectOne(
                 u"SELECT MIN(CASE WHEN h.send_from > w.due THEN h.send_from ELSE w.due END) FROM"
                 " (SELECT o.channel, CASE WHEN o.not_before > o.next_try THEN o.not_before"
                 " ELSE o.next_try END AS due FROM outbox o WHERE o.state = 'waiting'"
                 " AND o.held = 0 AND NOT EXISTS (SELECT 1 FROM outbox p"
                 " WHERE p.conversation = o.conversation AND p.state IN ('waiting', 'sending')"
                 " AND (p.state = 'sending' OR (p.id < o.id AND p.not_before <= o.not_before)))) w"
                 " JOIN channel h ON h.id = w.channel"_s));
    return row ? row->optionalTime(0) : std::nullopt;
}

Result<std::vector<DeliveryRow>> Reader::unreadDeliveries(int limit, DeliveryId after) {
    COMANDA_LET(
        rows, connection_.select(u"SELECT id, channel, received_at, body, why, source FROM delivery"
                                 " WHERE state = 'unread' AND id > ? ORDER BY id LIMIT ?"_s,
                                 {static_cast<qint64>(after.value()), limit}));
    std::vector<DeliveryRow> deliveries;
    deliveries.reserve(rows.size());
    for (const Row& row : rows) {
        deliveries.push_back({row.id<DeliveryId>(0), row.id<ChannelId>(1), row.time(2),
                              row.bytes(3), row.text(4), row.text(5)});
    }
    return deliveries;
}

Result<StoreFigures> Reader::figures() {
    COMANDA_LET(engine, engineFacts(connection_));
    COMANDA_LET(schema, schemaOf(connection_));
    StoreFigures figures;
    figures.engine = engine.name;
    figures.engineVersion = engine.version;
    figures.warnings = engine.warnings;
    figures.schema = schema;
    COMANDA_LET(counts, connection_.selectOne(
                            u"SELECT (SELECT count(*) FROM message), (SELECT count(*) FROM "
                            u"conversation WHERE last_at IS NOT NULL),"
                            " (SELECT count(*) FROM orders), (SELECT count(*) FROM outbox WHERE "
                            "state IN ('waiting', 'sending')),"
                            " (SELECT count(*) FROM outbox WHERE state = 'unsure'),"
                            " (SELECT count(*) FROM delivery WHERE state = 'unread'),"
                            " (SELECT count(*) FROM work) + (SELECT count(*) FROM index_queue)"_s));
    if (counts) {
        figures.messages = counts->integer(0);
        figures.conversations = counts->integer(1);
        figures.orders = counts->integer(2);
        figures.waiting = counts->integer(3);
        figures.unsure = counts->integer(4);
        figures.unreadDeliveries = counts->integer(5);
        figures.pendingWork = counts->integer(6);
    }
    return figures;
}

} // namespace comanda::store

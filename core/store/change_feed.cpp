#include "core/store/change_feed.h"

#include "core/base/log.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis kCheckEvery{500}; // the driver does not say when the server goes away
constexpr int kChecksPerPing = 30; // and only a question finds a dead network
constexpr Millis kRetryFirst{250};
constexpr Millis kRetryMax{10'000};

QString channelName() {
    return u"comanda_changes"_s;
}

template <typename AnyId>
void putIds(QJsonObject& object, QLatin1StringView key, const std::vector<AnyId>& ids) {
    if (ids.empty()) {
        return;
    }
    QJsonArray array;
    for (const AnyId id : ids) {
        array.append(static_cast<qint64>(id.value()));
    }
    object.insert(key, array);
}

template <typename AnyId>
std::vector<AnyId> takeIds(const QJsonObject& object, QLatin1StringView key) {
    std::vector<AnyId> ids;
    const QJsonArray array = object.value(key).toArray();
    for (const auto& id : array) {
        ids.emplace_back(id.toInteger());
    }
    return ids;
}

void putFlag(QJsonObject& object, QLatin1StringView key, bool set) {
    if (set) {
        object.insert(key, true);
    }
}

} // namespace

QByteArray encodeChanges(const QString& seat, const ChangeSet& changes) {
    QJsonObject object{{u"from"_s, seat}};
    putIds(object, "c"_L1, changes.conversations);
    putIds(object, "o"_L1, changes.orders);
    putFlag(object, "channels"_L1, changes.channels);
    putFlag(object, "outbox"_L1, changes.outbox);
    putFlag(object, "media"_L1, changes.media);
    putFlag(object, "words"_L1, changes.words);
    putFlag(object, "all"_L1, changes.all);
    QByteArray payload = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (payload.size() <= kNotifyBytesMax) {
        return payload;
    }
    return QJsonDocument(QJsonObject{{u"from"_s, seat}, {u"all"_s, true}})
        .toJson(QJsonDocument::Compact);
}

HeardChanges decodeChanges(const QByteArray& payload) {
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    HeardChanges heard;
    heard.seat = object.value("from"_L1).toString();
    if (heard.seat.isEmpty()) {
        heard.changes.all = true;
        return heard;
    }
    heard.changes.conversations = takeIds<ConversationId>(object, "c"_L1);
    heard.changes.orders = takeIds<OrderId>(object, "o"_L1);
    heard.changes.channels = object.value("channels"_L1).toBool();
    heard.changes.outbox = object.value("outbox"_L1).toBool();
    heard.changes.media = object.value("media"_L1).toBool();
    heard.changes.words = object.value("words"_L1).toBool();
    heard.changes.all = object.value("all"_L1).toBool();
    return heard;
}

Result<> announce(Connection& connection, const QString& seat, const ChangeSet& changes) {
    auto told = connection.select(u"SELECT pg_notify(?, ?)"_s,
                                  {channelName(), QString::fromUtf8(encodeChanges(seat, changes))});
    return told ? Result<>(Done{}) : fail(told.error());
}

ChangeFeed::ChangeFeed(StoreConfig config, QString seat)
    : config_(std::move(config)), seat_(std::move(seat)), retryAfter_(kRetryFirst) {}

ChangeFeed::~ChangeFeed() = default;

void ChangeFeed::start() {
    timer_ = new QTimer(this);
    connect(timer_, &QTimer::timeout, this, &ChangeFeed::check);
    connectNow();
}

void ChangeFeed::stop() {
    delete std::exchange(timer_, nullptr);
    connection_.reset();
}

void ChangeFeed::connectNow() {
    connection_.reset();
    auto opened = Connection::open(config_, true);
    Result<> listening =
        opened ? (*opened)->listen(channelName(), this,
                                   [this](const QByteArray& payload) { heard(payload); })
               : fail(opened.error());
    if (!listening) {
        qCWarning(lcStore) << "cannot listen for other seats:" << listening.error().detail;
        timer_->start(retryAfter_);
        retryAfter_ = std::min(retryAfter_ * 2, kRetryMax);
        return;
    }
    connection_ = std::move(*opened);
    retryAfter_ = kRetryFirst;
    quietChecks_ = 0;
    timer_->start(kCheckEvery);
    ChangeSet everything;
    everything.all = true;
    Q_EMIT changed(everything);
}

void ChangeFeed::check() {
    if (connection_ && ++quietChecks_ >= kChecksPerPing) {
        quietChecks_ = 0;
        // A statement of its own, not a transaction. If it fails, isAlive() says why.
        static_cast<void>(connection_->select(u"SELECT 1"_s));
    }
    if (!connection_ || !connection_->isAlive()) {
        connectNow();
    }
}

void ChangeFeed::heard(const QByteArray& payload) {
    quietChecks_ = 0;
    const HeardChanges said = decodeChanges(payload);
    if (said.seat != seat_ && !said.changes.isEmpty()) {
        Q_EMIT changed(said.changes);
    }
}

} // namespace comanda::store

#include "core/store/read_lane.h"

#include "core/base/log.h"
#include "core/store/migrate.h"

#include <QCoreApplication>
#include <QEvent>

#include <exception>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kQueryEvent = static_cast<QEvent::Type>(QEvent::User + 1);
constexpr Millis kRetryAfter{500};

class QueryEvent final : public QEvent {
public:
    explicit QueryEvent(ReadLane::Query query) : QEvent(kQueryEvent), query(std::move(query)) {}
    ReadLane::Query query;
};

} // namespace

ReadLane::ReadLane(StoreConfig config) : config_(std::move(config)) {}
ReadLane::~ReadLane() = default;

Result<> ReadLane::open() {
    reader_.reset();
    connection_.reset();
    auto opened = Connection::open(config_, true);
    if (!opened) {
        return fail(opened.error());
    }
    if (auto usable = requireSchema(**opened, latestSchema()); !usable) {
        return usable;
    }
    connection_ = std::move(*opened);
    reader_.emplace(*connection_);
    return Done{};
}

void ReadLane::close() {
    reader_.reset();
    connection_.reset();
    retryAt_ = QDeadlineTimer(QDeadlineTimer::Forever);
}

void ReadLane::post(Query query) {
    QCoreApplication::postEvent(this, new QueryEvent(std::move(query)));
}

bool ReadLane::event(QEvent* event) {
    if (event->type() == kQueryEvent) {
        run(static_cast<QueryEvent*>(event)->query);
        return true;
    }
    return QObject::event(event);
}

Result<> ReadLane::beginSnapshot() {
    if (connection_) {
        auto begun = connection_->begin();
        if (begun || connection_->isAlive()) {
            return begun;
        }
    }
    if (!retryAt_.hasExpired()) {
        return fail(ErrorKind::Network, u"store.connection_lost"_s, u"not connected"_s);
    }
    if (auto opened = open(); !opened) {
        retryAt_.setRemainingTime(kRetryAfter);
        return opened;
    }
    return connection_->begin();
}

void ReadLane::run(const Query& query) {
    if (auto begun = beginSnapshot(); !begun) {
        query(fail(begun.error()));
        return;
    }
    try {
        query(&*reader_);
    } catch (const std::exception& thrown) {
        qCWarning(lcStore) << "a query threw" << thrown.what();
        query(
            fail(ErrorKind::Storage, u"store.job_threw"_s, QString::fromLocal8Bit(thrown.what())));
    }
    connection_->rollback();
}

} // namespace comanda::store

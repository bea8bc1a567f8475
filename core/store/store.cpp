#include "core/store/store.h"

#include "core/store/change_feed.h"
#include "core/store/files.h"
#include "core/store/media_store.h"
#include "core/store/read_lane.h"
#include "core/store/store_lock.h"
#include "core/store/worker_thread.h"
#include "core/store/write_queue.h"

#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <future>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

template <typename AnyId>
void mergeIds(std::vector<AnyId>& into, const std::vector<AnyId>& ids) {
    if (ids.empty()) {
        return;
    }
    into.insert(into.end(), ids.begin(), ids.end());
    std::sort(into.begin(), into.end());
    into.erase(std::unique(into.begin(), into.end()), into.end());
}

} // namespace

void ChangeSet::merge(const ChangeSet& other) {
    mergeIds(conversations, other.conversations);
    mergeIds(orders, other.orders);
    channels = channels || other.channels;
    outbox = outbox || other.outbox;
    media = media || other.media;
    words = words || other.words;
    all = all || other.all;
}

bool ChangeSet::isEmpty() const {
    return conversations.empty() && orders.empty() && !channels && !outbox && !media && !words
           && !all;
}

class Store::Private {
public:
    Private(const StoreConfig& config, Access access, const Clock& clock)
        : config_(config), access_(access), clock_(clock), media_(makeMediaStore(config)) {}
    ~Private();
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    [[nodiscard]] Result<> open();
    void connectTo(Store* store);
    [[nodiscard]] ReadLane& lane(Lane lane) {
        return lane == Lane::Slow ? *slow_->get() : *screen_->get();
    }

    StoreConfig config_;
    Access access_;
    const Clock& clock_;
    std::unique_ptr<MediaStore> media_;
    std::optional<WorkerThread<WriteQueue>> writer_; // none in Access::ReadOnly

private:
    [[nodiscard]] Result<> prepareFiles();
    [[nodiscard]] Result<> openWriter();
    [[nodiscard]] Result<> openLanes();

    // Other seats know a commit by this name; it means nothing after the program has ended.
    QString seat_ = QUuid::createUuid().toString(QUuid::Id128);
    std::unique_ptr<StoreLock> lock_;
    std::optional<WorkerThread<ReadLane>> screen_, slow_;
    std::optional<WorkerThread<ChangeFeed>> feed_;
};

Store::Private::~Private() {
    if (feed_) {
        feed_->inside([](ChangeFeed& feed) { feed.stop(); });
    }
    // Readers first: the last connection to close is then the writing one, and it alone may
    // bring the log back into the SQLite file.
    for (auto* lane : {&screen_, &slow_}) {
        if (*lane) {
            (*lane)->inside([](ReadLane& reading) { reading.close(); });
        }
    }
    if (writer_) {
        writer_->inside([](WriteQueue& queue) { queue.close(); });
    }
}

Result<> Store::Private::prepareFiles() {
    const QString folder = folderOf(config_.path);
    if (!makeOwnerFolder(folder)) {
        return fail(ErrorKind::Storage, u"store.cannot_open"_s, u"cannot make "_s + folder);
    }
    auto lock = StoreLock::take(folder + u"/lock"_s);
    if (!lock) {
        return fail(lock.error());
    }
    lock_ = std::move(*lock);
    // The log and its index get the permissions of the file.
    if (!makeOwnerFile(config_.path)) {
        return fail(ErrorKind::Storage, u"store.cannot_open"_s, u"cannot write "_s + config_.path);
    }
    return Done{};
}

Result<> Store::Private::openWriter() {
    if (config_.engine == StoreConfig::Engine::Sqlite) {
        if (auto prepared = prepareFiles(); !prepared) {
            return prepared;
        }
    }
    removeUnfinished(config_);
    writer_.emplace(u"store-writer"_s, std::make_unique<WriteQueue>(config_, clock_, seat_));
    return writer_->inside([](WriteQueue& queue) { return queue.open(); });
}

Result<> Store::Private::openLanes() {
    screen_.emplace(u"store-screen"_s, std::make_unique<ReadLane>(config_));
    slow_.emplace(u"store-slow"_s, std::make_unique<ReadLane>(config_));
    // The slow lane opens by itself with its first query.
    return screen_->inside([](ReadLane& lane) { return lane.open(); });
}

Result<> Store::Private::open() {
    const bool isFile = config_.engine == StoreConfig::Engine::Sqlite;
    if (isFile && access_ == Access::ReadOnly && !QFileInfo::exists(config_.path)) {
        return fail(ErrorKind::NotFound, u"store.none"_s, {}, {{u"path"_s, config_.path}});
    }
    if (access_ == Access::Write) {
        if (auto opened = openWriter(); !opened) {
            return opened;
        }
    }
    if (auto opened = openLanes(); !opened) {
        return opened;
    }
    if (config_.engine == StoreConfig::Engine::Postgres) {
        feed_.emplace(u"store-feed"_s, std::make_unique<ChangeFeed>(config_, seat_));
    }
    return Done{};
}

void Store::Private::connectTo(Store* store) {
    if (writer_) {
        connect(writer_->get(), &WriteQueue::committed, store, &Store::changed,
                Qt::QueuedConnection);
        connect(writer_->get(), &WriteQueue::troubled, store, &Store::troubled,
                Qt::QueuedConnection);
    }
    if (feed_) {
        connect(feed_->get(), &ChangeFeed::changed, store, &Store::changed, Qt::QueuedConnection);
        QMetaObject::invokeMethod(feed_->get(), &ChangeFeed::start, Qt::QueuedConnection);
    }
}

Store::Store(std::unique_ptr<Private> d) : d(std::move(d)) {
    this->d->connectTo(this);
}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const StoreConfig& config, Access access,
                                           const Clock& clock) {
    auto d = std::make_unique<Private>(config, access, clock);
    if (auto opened = d->open(); !opened) {
        return fail(opened.error());
    }
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

void Store::post(Job job) {
    if (!d->writer_) {
        job.finished(fail(ErrorKind::Invalid, u"store.read_only"_s));
        return;
    }
    (*d->writer_)->post({std::move(job.run), std::move(job.finished)});
}

void Store::postRead(Lane lane, std::function<void(Result<Reader*>)> query) {
    d->lane(lane).post(std::move(query));
}

Result<> Store::writeNow(const std::function<Result<>(Writer&)>& job) {
    std::promise<Result<>> done;
    post({job, [&done](Result<> committed) { done.set_value(std::move(committed)); }});
    return done.get_future().get();
}

Result<> Store::readNow(const std::function<Result<>(Reader&)>& query) {
    std::promise<Result<>> done;
    postRead(Lane::Screen, [&done, &query](Result<Reader*> reader) {
        done.set_value(reader ? query(**reader) : fail(reader.error()));
    });
    return done.get_future().get();
}

MediaStore& Store::media() const {
    return *d->media_;
}
const StoreConfig& Store::config() const {
    return d->config_;
}

} // namespace comanda::store

#include "core/hub/media_fetcher.h"

#include "core/base/log.h"
#include "core/connectors/registry.h"
#include "core/hub/sniff.h"
#include "core/security/sealing.h"
#include "core/store/writer.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace comanda::hub {
namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr int kTakenAtOnce = 16;
constexpr Millis kLookEvery = 10s;
constexpr Millis kChannelAway = 15s;
constexpr Millis kQueueFull = 30s;

struct Kept {
    QString sha256, extension;
    qint64 size = 0;
};

// Reads the head and moves the file into the store; off the hub's thread, for files are large and
// may travel to a server.
Result<Kept> keepFile(store::MediaStore& media, const QString& path, const QString& announced) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Storage, u"media.cannot_keep"_s, file.errorString());
    }
    Kept kept;
    kept.extension = extensionFor(file.read(kSniffBytes));
    kept.size = file.size();
    file.close();
    if (kept.size == 0) {
        return fail(ErrorKind::Network, u"media.empty"_s); // an answer cut short: again
    }
    auto sha = media.keep(path);
    if (!sha) {
        return fail(sha.error());
    }
    kept.sha256 = *sha;
    if (!announced.isEmpty() && announced.compare(kept.sha256, Qt::CaseInsensitive) != 0) {
        kept.extension.clear(); // not what was sent: kept, and never opened by us
    }
    return kept;
}

} // namespace

Millis fetchBackoff(int attempt) {
    const int doublings = std::clamp(attempt - 1, 0, 7);
    return std::min<Millis>(1h, Millis(30s) * (1 << doublings));
}

MediaFetcher::MediaFetcher(store::Store& store, connect::Supervisor& supervisor,
                           const Roster& roster, const Clock& clock, QObject* parent)
    : QObject(parent), store_(store), supervisor_(supervisor), roster_(roster), clock_(clock) {
    timer_.setInterval(kLookEvery);
    connect(&timer_, &QTimer::timeout, this, &MediaFetcher::look);
    connect(&store, &store::Store::changed, this, [this](const store::ChangeSet& changes) {
        if (changes.media || changes.all) {
            look();
        }
    });
}

void MediaFetcher::start(qint64 fence) {
    fence_ = fence;
    active_ = true;
    timer_.start();
    look();
}

void MediaFetcher::stop() {
    active_ = false;
    timer_.stop();
    for (auto& [channel, line] : lines_) {
        line.queue.clear(); // the rows come again
    }
}

void MediaFetcher::look() {
    if (!active_ || looking_) {
        return;
    }
    looking_ = true;
    store_.write<std::vector<store::Work>>(
        this,
        [fence = fence_,
         now = clock_.now()](store::Writer& writer) -> Result<std::vector<store::Work>> {
            if (const auto ours = writer.requireFence(fence); !ours) {
                return fail(ours.error());
            }
            return writer.takeWork(store::Work::Kind::FetchMedia, now, kTakenAtOnce);
        },
        [this](const Result<std::vector<store::Work>>& rows) {
            looking_ = false;
            if (!active_) {
                return;
            }
            if (!rows) {
                qCWarning(lcHub) << "no media work:" << rows.error().id;
                return;
            }
            taken(*rows);
        });
}

void MediaFetcher::taken(const std::vector<store::Work>& rows) {
    for (const store::Work& row : rows) {
        Line& line = lines_[row.channel];
        if (line.queue.size() >= kFetchesQueued) {
            putOff(row, kQueueFull, Tried::No);
            continue;
        }
        line.queue.push_back(row);
        go(row.channel);
    }
    if (static_cast<int>(rows.size()) == kTakenAtOnce) {
        look();
    }
}

void MediaFetcher::go(ChannelId channel) {
    Line& line = lines_[channel];
    while (active_ && !line.queue.empty() && line.flying < kFetchesPerChannel) {
        const store::Work row = line.queue.front();
        line.queue.pop_front();
        if (!supervisor_.ready(channel, connect::CallKind::Media)) {
            putOff(row, kChannelAway, Tried::No);
            continue;
        }
        ++line.flying;
        fetch(row);
    }
}

void MediaFetcher::fetch(const store::Work& row) {
    const auto channel = roster_.channel(row.channel);
    const connect::PlatformModule* module = channel ? connectors::find(channel->platform) : nullptr;
    if (module == nullptr) {
        failed(row, {ErrorKind::NotFound, u"media.gone"_s, {}, {}, std::nullopt});
        return;
    }
    const qint64 most = module->descriptor.mediaMax;
    if (row.what.size && *row.what.size > most) {
        failed(row, {ErrorKind::Rejected, u"media.too_large"_s, {}, {}, std::nullopt});
        return;
    }
    const QString path =
        store_.media().temporaryDir() + u"/fetch-"_s + QString::fromLatin1(security::randomToken());
    supervisor_.fetch(row.channel, row.what, path, most, this,
                      [this, row, path](const Result<connect::FetchedMedia>& result) {
                          fetched(row, path, result);
                      });
}

void MediaFetcher::fetched(const store::Work& row, const QString& path,
                           const Result<connect::FetchedMedia>& result) {
    if (!result) {
        QFile::remove(path);
        failed(row, result.error());
        return;
    }
    keep(row, *result);
}

void MediaFetcher::keep(const store::Work& row, const connect::FetchedMedia& file) {
    auto done = replyTo<Result<Kept>>(this, [this, row, file](const Result<Kept>& kept) {
        if (!kept) {
            QFile::remove(file.path);
            failed(row, kept.error());
            return;
        }
        KeptAttachment result;
        result.attachment = row.what;
        if (result.attachment.mime.isEmpty()) {
            result.attachment.mime = file.mime;
        }
        if (result.attachment.name.isEmpty()) {
            result.attachment.name = file.name;
        }
        result.state = MediaState::Kept;
        result.sha256 = kept->sha256;
        result.extension = kept->extension;
        result.size = kept->size;
        finish(row, std::move(result));
    });
    files_.start([&media = store_.media(), path = file.path, announced = row.what.sha256, done] {
        done(keepFile(media, path, announced));
    });
}

void MediaFetcher::failed(const store::Work& row, const Error& error) {
    KeptAttachment result;
    result.attachment = row.what;
    if (error.kind == ErrorKind::NotFound) {
        result.state = MediaState::Gone;
        finish(row, result);
    } else if (error.id == u"media.too_large") {
        result.state = MediaState::TooLarge;
        finish(row, result);
    } else if (error.kind == ErrorKind::Busy) { // the platform was never asked
        putOff(row, error.retryAfter.value_or(kChannelAway), Tried::No);
        landed(row.channel);
    } else if (row.attempt >= kFetchAttemptsMax) {
        result.state = MediaState::Failed;
        finish(row, result);
    } else {
        putOff(row, error.retryAfter.value_or(fetchBackoff(row.attempt)), Tried::Yes);
        landed(row.channel);
    }
}

void MediaFetcher::finish(const store::Work& row, KeptAttachment result) {
    store_.write<Done>(
        this,
        [work = row.id, result = std::move(result),
         fence = fence_](store::Writer& writer) -> Result<> {
            if (auto ours = writer.requireFence(fence); !ours) {
                return ours;
            }
            return writer.finishMedia(work, result);
        },
        [this, channel = row.channel](const Result<>& written) {
            if (!written) { // the row comes again, and the bytes are there by then
                qCWarning(lcHub) << "a fetched file was not written down:" << written.error().id;
            }
            landed(channel);
        });
}

void MediaFetcher::putOff(const store::Work& row, Millis wait, Tried tried) {
    store_.write<Done>(
        this,
        [work = row.id, until = clock_.now() + wait, counts = tried == Tried::Yes](
            store::Writer& writer) { return writer.postponeWork(work, until, counts); },
        [](const Result<>& written) {
            if (!written) {
                qCWarning(lcHub) << "media work was not put off:" << written.error().id;
            }
        });
}

void MediaFetcher::landed(ChannelId channel) {
    --lines_[channel].flying;
    go(channel);
}

} // namespace comanda::hub

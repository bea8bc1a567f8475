#include "core/hub/rereader.h"

#include "comanda_version.h"

#include "core/base/log.h"
#include "core/connectors/registry.h"
#include "core/hub/routes.h"
#include "core/hub/self_test.h"
#include "core/store/reader.h"
#include "core/store/writer.h"

#include <exception>
#include <iterator>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

const QString kTriedRow = u"journal.read_for"_s; // a setting row
constexpr int kAtOnce = 8;                       // a body may have megabytes

// A connector that throws is started again; here the whole program would end, and at each start.
Events readBy(const connect::PlatformModule& module, const QByteArray& body,
              const QString& account) {
    try {
        return readDelivered(module, body, account);
    } catch (const std::exception& error) {
        qCWarning(lcHub) << "a reader failed:" << error.what();
        return {};
    }
}

} // namespace

Rereader::Rereader(store::Store& store, Intake& intake, const Roster& roster, Millis passingEvery,
                   QObject* parent)
    : QObject(parent), store_(store), intake_(intake), roster_(roster) {
    passing_.setInterval(passingEvery);
    connect(&passing_, &QTimer::timeout, this, [this] {
        passingTried_ = false;
        look();
    });
}

QString Rereader::present() const {
    QString present = QStringLiteral(COMANDA_VERSION);
    for (const ChannelConfig& channel : roster_.channels()) {
        present += u" %1:%2:%3:%4"_s.arg(QString::number(channel.id.value()), channel.account,
                                         routeOf(channel), channel.enabled ? u"on"_s : u"off"_s);
    }
    return present;
}

// What came by a route that was nobody's belongs to whoever has the route now.
std::optional<ChannelConfig> Rereader::ownerOf(const store::DeliveryRow& row) const {
    const QString route = routeIn(row.source);
    return route.isEmpty() ? roster_.channel(row.channel) : readerOf(roster_, route, row.body);
}

void Rereader::look() {
    if (!active_) {
        active_ = true;
        passing_.start();
    }
    if (!trying_.isEmpty()) {
        return; // finish() looks whether it is still for the same
    }
    trying_ = present();
    store_.read<std::optional<QJsonValue>>(
        this, [](store::Reader& reader) { return reader.setting(kTriedRow); },
        [this](const Result<std::optional<QJsonValue>>& tried) {
            const bool known = tried && *tried && (*tried)->toString() == trying_;
            if (!tried) {
                giveUp(tried.error());
            } else if (!active_ || (known && passingTried_)) {
                trying_.clear();
            } else {
                begin(known);
            }
        });
}

// What was set aside for other accounts than these may still be on its way into the store.
void Rereader::begin(bool onlyPassing) {
    onlyPassing_ = onlyPassing;
    after_ = {};
    store_.write<Done>(
        this,
        [fence = roster_.fence()](store::Writer& writer) { return writer.requireFence(fence); },
        [this](const Result<>& ours) {
            if (ours) {
                fetch();
            } else {
                giveUp(ours.error());
            }
        });
}

void Rereader::stop() {
    active_ = passingTried_ = false;
    passing_.stop();
    rows_.clear();
}

void Rereader::fetch() {
    store_.read<std::vector<store::DeliveryRow>>(
        this,
        [after = after_](store::Reader& reader) { return reader.unreadDeliveries(kAtOnce, after); },
        [this](Result<std::vector<store::DeliveryRow>> rows) {
            if (!rows) {
                giveUp(rows.error());
                return;
            }
            if (rows->empty()) {
                finish();
                return;
            }
            rows_.assign(std::make_move_iterator(rows->begin()),
                         std::make_move_iterator(rows->end()));
            next();
        });
}

void Rereader::next() {
    if (!active_) {
        trying_.clear();
        return;
    }
    if (rows_.empty()) {
        fetch();
        return;
    }
    store::DeliveryRow row = std::move(rows_.front());
    rows_.pop_front();
    after_ = row.id;
    const auto channel = ownerOf(row);
    const connect::PlatformModule* module = channel ? connectors::find(channel->platform) : nullptr;
    const bool mayBeRead = module != nullptr && channel->enabled;
    if (!mayBeRead || (onlyPassing_ && !mayBeOver(row.source))) {
        QMetaObject::invokeMethod(this, &Rereader::next, Qt::QueuedConnection);
        return;
    }
    row.channel = channel->id;
    intake_.takeAgain(row, readBy(*module, row.body, channel->account), this,
                      [this](const Result<>& stored) {
                          if (stored || mayBeDeliverysFault(stored.error())) {
                              next(); // one that cannot be taken in keeps no other from it
                          } else {
                              giveUp(stored.error());
                          }
                      });
}

void Rereader::finish() {
    if (onlyPassing_) { // the note of what was tried is there
        tried();
        return;
    }
    store_.write<Done>(
        this,
        [tried = trying_, fence = roster_.fence()](store::Writer& writer) -> Result<> {
            if (auto ours = writer.requireFence(fence); !ours) {
                return ours;
            }
            return writer.setSetting(kTriedRow, tried);
        },
        [this](const Result<>& written) {
            if (written) {
                tried();
            } else {
                giveUp(written.error());
            }
        });
}

void Rereader::tried() {
    passingTried_ = true;
    const bool another = trying_ != present();
    trying_.clear();
    if (active_ && another) {
        look();
    }
}

// The deliveries stay where they are; the next look begins anew.
void Rereader::giveUp(const Error& error) {
    trying_.clear();
    rows_.clear();
    qCWarning(lcHub) << "unread deliveries were not read again:" << error.id;
}

} // namespace comanda::hub

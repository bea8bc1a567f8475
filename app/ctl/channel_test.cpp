#include "app/ctl/channel_test.h"

#include "app/ctl/store_access.h"
#include "app/text/words.h"
#include "core/connectors/registry.h"
#include "core/hub/secrets.h"
#include "core/security/signature.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;

constexpr auto kPatience = std::chrono::seconds(45); // above every call's own deadline

// Asks the channels one after the other and quits the event loop with the exit status.
class ChannelTester final : public QObject {
public:
    ChannelTester(std::vector<ChannelConfig> channels, hub::Secrets& secrets, bool json)
        : channels_(std::move(channels)), secrets_(secrets), json_(json) {
        patience_.setSingleShot(true);
        connect(&patience_, &QTimer::timeout, this,
                [this] { finish(fail(ErrorKind::Timeout, u"channel.no_answer"_s)); });
    }

    void next() {
        connector_.reset();
        if (at_ == channels_.size()) {
            if (json_) {
                printJson(answers_);
            }
            QCoreApplication::exit(exit_);
            return;
        }
        const ChannelConfig& channel = channels_[at_];
        const connect::PlatformModule* module = connectors::find(channel.platform);
        if (!module) {
            finish(fail(ErrorKind::NotFound, u"channel.not_built_in"_s));
            return;
        }
        connector_ = module->make(channel, hostFor(channel));
        patience_.start(kPatience);
        connector_->check([this](Result<AccountCheck> answer) { finish(std::move(answer)); });
    }

private:
    connect::Host hostFor(const ChannelConfig& channel) {
        connect::Host host;
        host.clock = &clock_;
        host.intake = [](Delivery, Events, std::optional<QString>, connect::Stored stored) {
            stored(fail(ErrorKind::Storage, u"store.read_only"_s));
        };
        host.report = [](connect::Observation) {};
        host.secret = [this, id = channel.id](const QString& field) {
            return secrets_.value(hub::Secrets::channelName(id, field));
        };
        host.learnAccount = [](const QString&, QJsonObject) {};
        host.learnProducts = [](QMap<QString, QString>) {};
        host.proof = [this, id = channel.id](Secret token, std::function<void(QByteArray)> done) {
            const Secret appSecret = secrets_.value(hub::Secrets::channelName(id, u"app_secret"_s));
            done(appSecret.isEmpty() ? QByteArray() : security::appSecretProof(appSecret, token));
        };
        return host;
    }

    void finish(Result<AccountCheck> answer) {
        patience_.stop();
        const ChannelConfig& channel = channels_[at_++];
        QJsonObject json{{u"id"_s, static_cast<qint64>(channel.id.value())},
                         {u"channel"_s, toWord(channel.platform)},
                         {u"ok"_s, answer.has_value()}};
        if (answer) {
            json.insert(u"account"_s, answer->account);
            json.insert(u"name"_s, answer->name);
            json.insert(u"warnings"_s, QJsonArray::fromStringList(answer->warnings));
        } else {
            exit_ = kFailed;
            json.insert(u"why"_s, text::describe(answer.error()));
        }
        answers_.append(json);
        if (!json_) {
            printLine(answer
                          ? u"%1  ok  %2 (%3)"_s.arg(channel.name, answer->name, answer->account)
                          : u"%1  failed: %2"_s.arg(channel.name, text::describe(answer.error())));
        }
        // Not from inside the connector's own call.
        QTimer::singleShot(0, this, [this] { next(); });
    }

    std::vector<ChannelConfig> channels_;
    hub::Secrets& secrets_;
    bool json_;
    SystemClock clock_;
    std::size_t at_ = 0;
    int exit_ = kDone;
    QJsonArray answers_;
    QTimer patience_;
    std::unique_ptr<connect::Connector> connector_;
};

Result<std::vector<ChannelConfig>> chosenChannels(store::Store& store,
                                                  const QStringList& arguments) {
    std::vector<ChannelConfig> chosen;
    const auto asked = store.readNow([&](store::Reader& reader) -> Result<> {
        auto channels = reader.channels();
        if (!channels) {
            return fail(channels.error());
        }
        for (ChannelConfig& channel : *channels) {
            if (arguments.isEmpty() || QString::number(channel.id.value()) == arguments.first()) {
                chosen.push_back(std::move(channel));
            }
        }
        return Done{};
    });
    if (!asked) {
        return fail(asked.error());
    }
    if (chosen.empty()) {
        return fail(ErrorKind::NotFound, u"channel.none"_s);
    }
    return chosen;
}

} // namespace

int testChannels(const Invocation& invocation) {
    const auto config = hub::configFor(invocation.dataDir, invocation.configFile);
    if (!config) {
        return failed(config.error());
    }
    const SystemClock clock;
    const auto store = store::Store::open(hub::storeFor(*config, invocation.dataDir),
                                          store::Access::ReadOnly, clock);
    if (!store) {
        return failed(store.error());
    }
    const auto channels = chosenChannels(**store, invocation.arguments);
    if (!channels) {
        return failed(channels.error());
    }
    hub::Secrets secrets(**store, invocation.dataDir);
    ChannelTester tester(*channels, secrets, invocation.json);
    secrets.open([&](Result<hub::Secrets::Opened> opened) {
        if (!opened) {
            QCoreApplication::exit(failed(opened.error()));
            return;
        }
        tester.next();
    });
    return QCoreApplication::exec();
}

} // namespace comanda::ctl

#include "tests/hub/fake_connector.h"

#include <QTimer>

#include <stdexcept>

namespace comanda::test {
namespace {

using namespace Qt::StringLiterals;
using connect::CallKind;
using connect::Connector;
using connect::FetchedMedia;
using connect::Host;
using connect::Stored;

class FakeConnector final : public Connector {
public:
    FakeConnector(ChannelConfig config, Host host)
        : how_(config.settings.value("how"_L1).toString()), host_(std::move(host)) {
        if (how_ == u"throw_in_constructor") {
            throw std::runtime_error("cannot be made");
        }
    }

    void start(const std::optional<QString>& cursor) override {
        (void)host_.secret(u"started"_s);
        if (how_ == u"throw_in_start") {
            throw std::runtime_error("cannot start");
        }
        if (how_ == u"throw_in_slot") {
            QTimer::singleShot(0, this, [] { throw std::runtime_error("thrown by a slot"); });
        }
        if (how_ == u"hang_in_start") {
            (void)host_.secret(u"hang"_s);
        }
        if (how_ == u"take_in") {
            const int next = cursor.value_or(u"0"_s).toInt() + 1;
            host_.intake({"body", u"poll"_s, host_.clock->now()}, {}, QString::number(next),
                         [this](Result<>) { QTimer::singleShot(0, this, [] { throw 42; }); });
        }
        host_.report({CallKind::Receive, std::nullopt, u"started"_s, cursor.value_or(QString())});
    }

    void stop() override {
        if (how_ != u"never_stop") {
            Q_EMIT stopped();
        }
    }

    void deliver(const Delivery& delivery, Stored stored) override {
        if (how_ == u"throw_in_deliver") {
            throw std::runtime_error("cannot read this");
        }
        (void)host_.secret(u"delivered"_s);
        if (how_ == u"drip") { // one small step per turn of the event loop, for ever
            drip(std::make_shared<Stored>(std::move(stored)));
            return;
        }
        host_.intake(delivery, {}, std::nullopt, std::move(stored));
    }

    void send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) override {
        (void)host_.secret(u"sent"_s);
        if (how_ == u"throw_in_send") {
            throw std::runtime_error("cannot send");
        }
        if (how_ == u"hang_in_send") {
            (void)host_.secret(u"hang"_s);
        }
        if (how_ == u"never" || message.text == u"hold") {
            return;
        }
        if (how_ == u"fail") {
            host_.report({CallKind::Send, FailureClass::Refused, {}, {}});
            done(outcome::RetryAfter{Millis(1), u"net.refused"_s, false});
            return;
        }
        if (how_ == u"slow_one" && message.conversationKey == u"slow") {
            return; // this customer's phone takes its time
        }
        if (how_ == u"sign_in") {
            done(outcome::NeedsSignIn{u"whatsapp.unpaid"_s});
            return;
        }
        if (how_ == u"unsure") {
            done(outcome::Unsure{u"send.no_answer"_s});
            return;
        }
        host_.report({CallKind::Send, std::nullopt, {}, {}});
        done(outcome::Accepted{u"id-"_s + message.text});
        if (how_ == u"twice") {
            done(outcome::Accepted{u"again"_s});
        }
    }

    void fetch(const Attachment&, const QString& path, qint64,
               std::function<void(Result<FetchedMedia>)> done) override {
        (void)host_.secret(u"fetched"_s);
        if (how_ == u"mailbox_away") {
            done(fail(ErrorKind::Busy, u"mailbox.unreachable"_s));
            return;
        }
        if (how_ == u"hang_in_fetch") {
            (void)host_.secret(u"hang"_s);
        }
        done(FetchedMedia{path, u"image/png"_s, {}, 1});
    }

    void check(std::function<void(Result<AccountCheck>)> done) override {
        done(AccountCheck{u"me"_s, u"Me"_s, {}, {}});
    }

private:
    void drip(std::shared_ptr<Stored> stored) {
        QTimer::singleShot(1, this, [this, stored] { drip(stored); });
    }

    const QString how_;
    const Host host_;
};

std::unique_ptr<Connector> make(const ChannelConfig& config, Host host) {
    return std::make_unique<FakeConnector>(config, std::move(host));
}

} // namespace

connect::PlatformModule fakeModule(Platform platform) {
    connect::PlatformModule module;
    module.descriptor.platform = platform;
    module.make = &make;
    return module;
}

ChannelConfig fakeChannel(int id, const QString& how) {
    ChannelConfig config;
    config.id = ChannelId(id);
    config.settings = {{u"how"_s, how}};
    return config;
}

connect::Host fakeHost(std::shared_ptr<FakeShop> shop, const Clock& clock) {
    Host host;
    host.clock = &clock;
    host.intake = [](Delivery, Events, std::optional<QString>, Stored stored) { stored(Done{}); };
    host.secret = [shop = std::move(shop)](const QString& key) {
        if (key == u"hang") {
            ++shop->hung;
            shop->hang.acquire();
        } else if (key == u"started") {
            ++shop->started;
        } else if (key == u"sent") {
            ++shop->sent;
        } else if (key == u"fetched") {
            ++shop->fetched;
        } else if (key == u"delivered") {
            ++shop->delivered;
        }
        return Secret();
    };
    host.learnAccount = [](const QString&, QJsonObject) {};
    host.learnProducts = [](QMap<QString, QString>) {};
    host.proof = [](Secret, connect::Proved done) { done(QByteArray()); };
    return host;
}

} // namespace comanda::test

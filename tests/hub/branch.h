// A shop whose WhatsApp arrives through a real mailbox instead of its own address.
#pragma once

#include "core/mailbox/mailbox.h"
#include "tests/hub/shift.h"

namespace comanda::test {

using namespace Qt::StringLiterals;

inline const QString kRoute = QStringLiteral("route-of-the-first-number");

struct Branch {
    Branch() : shift(store::StoreConfig::Engine::Sqlite) {
        shift.config.receiver.reset();
        for (hub::ChannelSetup& setup : shift.config.channels) {
            if (setup.channel.platform == Platform::WhatsApp) {
                setup.channel.settings.insert(u"route"_s, kRoute);
                setup.secrets.remove(u"app_secret"_s); // it stays in the mailbox
            }
        }
        qputenv("COMANDA_TEST_MAILBOX", "the hub's token");
        openMailbox(publicKey());
        shift.config.mailboxLink =
            hub::MailboxLink{QUrl(u"http://127.0.0.1:%1"_s.arg(mailbox->port())),
                             {hub::SecretRef::From::Env, u"COMANDA_TEST_MAILBOX"_s},
                             std::nullopt};
        shift.whatsapp->setHook(
            QUrl(u"http://127.0.0.1:%1/hooks/%2"_s.arg(mailbox->port()).arg(kRoute)));
        REQUIRE(shift.whatsapp->handshake(shift.whatsapp->options().verifyToken,
                                          std::chrono::seconds(10)));
    }

    // As the set-up page shows it.
    QByteArray publicKey() {
        const security::KeyPair keys = security::newKeyPair();
        std::optional<Result<>> put;
        shift.secrets->put(hub::Secrets::mailboxKeyName(), keys.privateKey,
                           [&](Result<> result) { put = std::move(result); });
        REQUIRE(waitUntil([&] { return put.has_value(); }));
        return keys.publicKey;
    }

    void openMailbox(const QByteArray& key, quint16 port = 0) {
        mailbox::MailboxConfig config;
        config.dataDir = dir.path();
        config.port = port;
        config.hubPublicKey = key;
        config.hubTokens = {Secret("the hub's token")};
        const practice::WhatsAppOptions& options = shift.whatsapp->options();
        config.routes = {
            {kRoute, u"whatsapp"_s, {}, {Secret(options.verifyToken)}, {Secret(options.appSecret)}},
            {u"route-that-nobody-configured"_s,
             u"whatsapp"_s,
             {},
             {},
             {Secret(options.appSecret)}}};
        auto started = mailbox::Mailbox::start(config, shift.clock);
        REQUIRE(started);
        mailbox = std::move(*started);
    }

    void openHub() {
        shift.hub = std::make_unique<hub::Hub>(*shift.store, *shift.secrets, shift.clock,
                                               shift.config, hub::HubOptions{u"caja"_s});
        bool started = false;
        QObject::connect(shift.hub.get(), &hub::Hub::started, &shift.receiver,
                         [&] { started = true; });
        shift.hub->start();
        REQUIRE(waitUntil([&] { return started; }));
    }

    Shift shift;
    QTemporaryDir dir;
    std::unique_ptr<mailbox::Mailbox> mailbox;
};

} // namespace comanda::test

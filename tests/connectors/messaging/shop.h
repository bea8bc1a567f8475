// A simulated page or account, a channel for it, and a hook that hands the channel what arrives.
#pragma once

#include "app/practice/messaging_simulator.h"
#include "tests/connectors/messaging/channel.h"
#include "tests/connectors/whatsapp/scripted_server.h"

namespace comanda::test {

struct MessagingShop {
    MessagingShop(const connect::PlatformModule& module, const practice::MessagingOptions& options)
        : clock(options.clock != nullptr ? *options.clock : systemClock),
          sim(options),
          channel(module, settings(), sim.options().accessToken, clock, sim.options().appSecret) {
        sim.setHook(hook.url());
        practice::MessagingCustomer ana;
        ana.name = u"Ana"_s;
        ana.userName = u"ana.pizza"_s;
        customer = sim.addCustomer(ana);
    }

    [[nodiscard]] static practice::MessagingOptions options(practice::MessagingKind kind) {
        practice::MessagingOptions made;
        made.kind = kind;
        made.second = std::chrono::milliseconds(5);
        made.seed = 7;
        made.proofDemanded = true;
        made.hooks.firstRetry = std::chrono::milliseconds(5);
        return made;
    }

    [[nodiscard]] QJsonObject settings() const {
        const bool login = sim.options().kind == practice::MessagingKind::InstagramByLogin;
        return {{u"page_id"_s, sim.options().page},
                {u"instagram_id"_s, sim.options().instagram},
                {u"login"_s, login ? u"instagram"_s : u"facebook"_s},
                {u"api_base_url"_s, sim.baseUrl().toString()}};
    }

    [[nodiscard]] QString personId() const {
        const bool messenger = sim.options().kind == practice::MessagingKind::Messenger;
        return messenger ? u"psid"_s : u"igsid"_s;
    }

    [[nodiscard]] OutgoingMessage answer(const QString& words, const QString& reference) const {
        OutgoingMessage message;
        message.conversationKey = customer;
        message.ids.insert(personId(), customer);
        message.text = words;
        message.clientReference = reference;
        return message;
    }

    const Event* awaitMessage(const QString& id) { return channel.awaitKey(u"m:"_s + id); }

    [[nodiscard]] static ScriptedAnswer status(int code) {
        ScriptedAnswer made;
        made.status = code;
        return made;
    }

    SystemClock systemClock;
    const Clock& clock;
    practice::MessagingSimulator sim;
    MessagingChannel channel;
    int hookAnswers = 200;
    ScriptedServer hook{[this](const ScriptedRequest& request) {
        if (hookAnswers == 200) {
            channel.deliver(request.body);
        }
        return status(hookAnswers);
    }};
    QString customer;
};

inline QString idOf(const SendOutcome& outcome) {
    const auto* accepted = std::get_if<outcome::Accepted>(&outcome);
    REQUIRE(accepted != nullptr);
    return accepted->externalId;
}

} // namespace comanda::test

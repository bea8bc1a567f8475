// A simulated page with a post and a guest, a channel for it, and a hook that hands the channel
// what arrives.
#pragma once

#include "app/practice/page_sim.h"
#include "core/connectors/facebook/module.h"
#include "tests/connectors/messaging/channel.h"
#include "tests/connectors/whatsapp/scripted_server.h"

namespace comanda::test {

struct PageShop {
    explicit PageShop(const practice::PageOptions& options = PageShop::options())
        : clock(options.clock != nullptr ? *options.clock : systemClock),
          sim(options),
          channel(facebook::module(), settings(), sim.options().accessToken, clock,
                  sim.options().appSecret) {
        sim.setHook(hook.url());
        ana = sim.addPerson(u"Ana Díaz"_s);
        post = sim.publish(u"Hoy: lasaña. Pidan en los comentarios."_s);
    }

    [[nodiscard]] static practice::PageOptions options() {
        practice::PageOptions made;
        made.seed = 7;
        made.proofDemanded = true;
        made.hooks.firstRetry = std::chrono::milliseconds(5);
        return made;
    }

    [[nodiscard]] QJsonObject settings() const {
        return {{u"page_id"_s, sim.options().page}, {u"api_base_url"_s, sim.baseUrl().toString()}};
    }

    const Event* awaitComment(const QString& id) { return channel.awaitKey(u"m:"_s + id); }

    [[nodiscard]] OutgoingMessage say(const QString& words, const QString& comment = {}) const {
        OutgoingMessage message;
        message.conversationKey = post;
        message.replyTo = comment;
        message.text = words;
        message.clientReference = u"ref:"_s + words;
        return message;
    }

    [[nodiscard]] OutgoingMessage tell(const QString& words, const QString& comment) const {
        OutgoingMessage message = say(words, comment);
        message.privately = true;
        return message;
    }

    // Webhooks are held from here on: what comes, came by the poll.
    void goSilent() {
        REQUIRE(waitUntil([&] { return sim.isAcknowledged(post); }));
        sim.setSilent(true);
    }

    SystemClock systemClock;
    const Clock& clock;
    practice::PageSimulator sim;
    MessagingChannel channel;
    ScriptedServer hook{[this](const ScriptedRequest& request) {
        channel.deliver(request.body);
        return ScriptedAnswer{};
    }};
    QString ana, post;
};

} // namespace comanda::test

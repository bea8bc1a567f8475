// What every connector must do, the same for all that are registered, each against its simulator.
// What a platform cannot do stands in the table below with the reason.
#include "tests/conformance/shop.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace comanda;
using comanda::practice::Fault;
using comanda::test::FullShop;
using comanda::test::waitUntil;
using Stand = FullShop::Stand;

namespace {

enum class Deed { FileOut, EditIn, UnsendIn, EditOut, UnsendOut };

struct Lack {
    Platform platform;
    Deed deed;
    const char* why;
};

constexpr std::array kLacks{
    Lack{Platform::Telegram, Deed::UnsendIn, "a bot is not told what people delete"},
    Lack{Platform::Facebook, Deed::FileOut, "a comment takes pictures by public address only"},
    Lack{Platform::WhatsApp, Deed::EditOut, "the Cloud API has no way"},
    Lack{Platform::WhatsApp, Deed::UnsendOut, "the Cloud API has no way"},
    Lack{Platform::Messenger, Deed::EditOut, "the Send API has no way"},
    Lack{Platform::Messenger, Deed::UnsendOut, "the Send API has no way"},
    Lack{Platform::Instagram, Deed::EditOut, "the Send API has no way"},
    Lack{Platform::Instagram, Deed::UnsendOut, "the Send API has no way"},
};

bool can(const Stand& stand, Deed deed) {
    return std::none_of(kLacks.begin(), kLacks.end(), [&](const Lack& lack) {
        return lack.platform == stand.descriptor->platform && lack.deed == deed;
    });
}

// Until it is so for each; says for whom it is not.
template <typename Condition>
void awaitEach(FullShop& shop, Condition condition,
               std::chrono::milliseconds limit = std::chrono::seconds(30)) {
    for (Stand& stand : shop.stands()) {
        INFO(stand.name());
        REQUIRE(waitUntil([&] { return condition(stand); }, limit));
    }
}

constexpr auto kDeadlines = std::chrono::seconds(90); // of one send, with the longest of them

const QByteArray kPng = practice::practicePicture(1);

} // namespace

TEST_CASE("A text comes in and an answer is accepted, on every platform") {
    FullShop shop;
    shop.openHub();
    shop.greetAll();
    for (const Stand& stand : shop.stands()) {
        shop.say(stand, u"buenas"_s);
    }
    awaitEach(shop, [&](const Stand& stand) { return shop.left(stand, u"buenas"_s); });
    for (const Stand& stand : shop.stands()) {
        INFO(stand.name());
        CHECK(stand.platform->timesReceived(u"buenas"_s) == 1);
        CHECK(shop.countOf(stand, u"buenas"_s) == 1); // an echo is no message of its own
        CHECK(shop.light(stand).lamp == Lamp::Healthy);
    }
}

TEST_CASE("What the platform delivers twice is there once") {
    FullShop shop;
    shop.openHub();
    shop.greetAll();
    for (const Stand& stand : shop.stands()) {
        stand.platform->setDuplicating(true);
        for (int i = 0; i < 5; ++i) {
            stand.platform->writeText(stand.customer, u"m%1"_s.arg(i));
        }
    }
    awaitEach(shop, [&](const Stand& stand) {
        return shop.countOf(stand, u"m4"_s) > 0 && stand.platform->isDrained();
    });
    for (const Stand& stand : shop.stands()) {
        stand.platform->setDuplicating(false);
        stand.platform->writeText(stand.customer, u"fin"_s);
    }
    awaitEach(shop, [&](const Stand& stand) { return shop.countOf(stand, u"fin"_s) == 1; });
    for (const Stand& stand : shop.stands()) {
        INFO(stand.name());
        for (int i = 0; i < 5; ++i) {
            CHECK(shop.countOf(stand, u"m%1"_s.arg(i)) == 1);
        }
    }
}

TEST_CASE("What comes in disorder is all there") {
    FullShop shop;
    shop.openHub();
    shop.greetAll();
    for (const Stand& stand : shop.stands()) {
        stand.platform->setReordering(true);
        for (int i = 0; i < 8; ++i) {
            stand.platform->writeText(stand.customer, u"m%1"_s.arg(i));
        }
    }
    for (int i = 0; i < 8; ++i) {
        const QString text = u"m%1"_s.arg(i);
        awaitEach(shop, [&](const Stand& stand) { return shop.countOf(stand, text) == 1; });
    }
}

TEST_CASE("A refused sign-in lights its lamp, and answers wait for the next one") {
    FullShop shop;
    shop.openHub();
    shop.greetAll();
    for (const Stand& stand : shop.stands()) {
        stand.platform->setRevoked(true);
        shop.say(stand, u"cuando se pueda"_s);
    }
    awaitEach(shop, [&](const Stand& stand) {
        const ChannelLight& light = shop.light(stand);
        return light.lamp == Lamp::Down && light.failure == FailureClass::Auth;
    });
    awaitEach(shop, [&](const Stand& stand) { // tried, refused, and kept
        const auto message = shop.message(stand, u"cuando se pueda"_s);
        return message && message->state == MessageState::Waiting && !message->stateWhy.isEmpty();
    });
    for (Stand& stand : shop.stands()) {
        CHECK(stand.platform->timesReceived(u"cuando se pueda"_s) == 0);
        stand.platform->setRevoked(false);
        shop.signInAgain(stand);
    }
    awaitEach(shop, [&](const Stand& stand) { return shop.left(stand, u"cuando se pueda"_s); });
    awaitEach(shop, [&](const Stand& stand) { return shop.light(stand).lamp == Lamp::Healthy; });
    for (const Stand& stand : shop.stands()) {
        INFO(stand.name());
        CHECK(stand.platform->timesReceived(u"cuando se pueda"_s) == 1);
    }
}

TEST_CASE(
    "What certainly did not happen leaves by itself, what may have happened is never repeated") {
    const Fault fault = GENERATE(Fault::Refuse, Fault::ServerError, Fault::Garbage);
    CAPTURE(static_cast<int>(fault));
    constexpr int kSaid = 3;
    FullShop shop;
    shop.openHub();
    shop.greetAll();
    const auto text = [](int i) { return u"espera %1"_s.arg(i); };
    for (const Stand& stand : shop.stands()) {
        stand.platform->setFault({fault});
        stand.platform->setSilent(true);
        stand.platform->writeText(stand.customer, u"siguen ahi?"_s);
        for (int i = 0; i < kSaid; ++i) {
            shop.say(stand, text(i));
        }
    }
    awaitEach(
        shop,
        [&](const Stand& stand) {
            return shop.light(stand).lamp != Lamp::Healthy
                   || shop.stateIs(stand, text(0), MessageState::Unsure);
        },
        kDeadlines);
    for (const Stand& stand : shop.stands()) {
        INFO(stand.name());
        CHECK(stand.platform->timesReceived(text(0)) == 0);
        stand.platform->setFault({});
        stand.platform->setSilent(false);
    }
    shop.clock.forward(Millis(60'000)); // the back-off is over
    for (int i = 0; i < kSaid; ++i) {
        awaitEach(
            shop,
            [&](const Stand& stand) {
                return shop.left(stand, text(i))
                       || shop.stateIs(stand, text(i), MessageState::Unsure);
            },
            kDeadlines);
        for (const Stand& stand : shop.stands()) {
            INFO(stand.name() << ' ' << i);
            const bool unsure = shop.stateIs(stand, text(i), MessageState::Unsure);
            CHECK(stand.platform->timesReceived(text(i)) == (unsure ? 0 : 1));
            CHECK((!unsure || fault != Fault::Refuse));
        }
    }
    awaitEach(
        shop, [&](const Stand& stand) { return shop.countOf(stand, u"siguen ahi?"_s) == 1; },
        kDeadlines);
}

TEST_CASE("A platform that hangs is given up in time, and what was on the way is not sure") {
    FullShop shop;
    shop.openHub();
    shop.greetAll();
    for (const Stand& stand : shop.stands()) {
        stand.platform->setFault({Fault::TimeOut});
        shop.say(stand, u"a medias"_s);
    }
    awaitEach(
        shop,
        [&](const Stand& stand) {
            return shop.stateIs(stand, u"a medias"_s, MessageState::Unsure)
                   && shop.light(stand).lamp != Lamp::Healthy;
        },
        kDeadlines);
    for (const Stand& stand : shop.stands()) {
        stand.platform->setFault({});
    }
    shop.clock.forward(Millis(60'000));
    for (const Stand& stand : shop.stands()) {
        shop.say(stand, u"ahora si"_s);
    }
    awaitEach(
        shop, [&](const Stand& stand) { return shop.left(stand, u"ahora si"_s); }, kDeadlines);
    for (const Stand& stand : shop.stands()) {
        INFO(stand.name());
        CHECK(stand.platform->timesReceived(u"a medias"_s) == 0);
        CHECK(shop.stateIs(stand, u"a medias"_s, MessageState::Unsure));
    }
}

TEST_CASE("A program that is killed and comes back goes on where it was") {
    FullShop shop;
    shop.openHub();
    shop.greetAll();
    shop.killHub();
    for (const Stand& stand : shop.stands()) {
        stand.platform->writeText(stand.customer, u"mientras tanto"_s);
    }
    shop.openHub();
    awaitEach(shop, [&](const Stand& stand) {
        return shop.countOf(stand, u"mientras tanto"_s) == 1 && stand.platform->isDrained();
    });
    for (const Stand& stand : shop.stands()) {
        INFO(stand.name());
        CHECK(shop.countOf(stand, u"hola"_s) == 1);
    }
}

TEST_CASE("Pictures come and go") {
    FullShop shop;
    shop.openHub();
    shop.greetAll();
    for (const Stand& stand : shop.stands()) {
        stand.platform->sendPicture(stand.customer, kPng, {});
    }
    const auto kept = [&](const Stand& stand) {
        const auto message = shop.message(stand, {});
        return message && !message->attachments.empty()
               && message->attachments.front().state == MediaState::Kept
               && message->attachments.front().size == kPng.size();
    };
    awaitEach(shop, kept);

    const QTemporaryDir dir;
    QFile menu(dir.filePath(u"carta.png"_s));
    REQUIRE(menu.open(QIODevice::WriteOnly));
    menu.write(kPng);
    menu.close();
    for (const Stand& stand : shop.stands()) {
        CHECK(stand.descriptor->media == can(stand, Deed::FileOut));
        if (can(stand, Deed::FileOut)) {
            shop.sendFile(stand, menu.fileName(), {});
        }
    }
    awaitEach(shop, [&](const Stand& stand) {
        const auto inbox = stand.platform->inbox(stand.customer);
        return !can(stand, Deed::FileOut)
               || std::any_of(inbox.begin(), inbox.end(),
                              [](const practice::Received& one) { return one.file == kPng; });
    });
}

TEST_CASE("Customers edit and take back, where they can") {
    FullShop shop;
    shop.openHub();
    shop.greetAll();
    std::map<Platform, QString> edited, gone;
    for (const Stand& stand : shop.stands()) {
        edited[stand.descriptor->platform] =
            stand.platform->writeText(stand.customer, u"dos arepas"_s);
        gone[stand.descriptor->platform] = stand.platform->writeText(stand.customer, u"uy no"_s);
    }
    awaitEach(shop, [&](const Stand& stand) {
        return shop.countOf(stand, u"dos arepas"_s) == 1 && shop.countOf(stand, u"uy no"_s) == 1;
    });
    for (const Stand& stand : shop.stands()) {
        INFO(stand.name());
        const Platform on = stand.descriptor->platform;
        CHECK(stand.platform->edit(stand.customer, edited[on], u"tres arepas"_s)
              == can(stand, Deed::EditIn));
        CHECK(stand.platform->unsend(stand.customer, gone[on]) == can(stand, Deed::UnsendIn));
    }
    awaitEach(shop, [&](const Stand& stand) {
        const auto now = shop.message(stand, u"tres arepas"_s);
        return now && now->edited && shop.countOf(stand, u"dos arepas"_s) == 0;
    });
    awaitEach(shop, [&](const Stand& stand) {
        const auto taken = shop.message(stand, u"uy no"_s);
        return !can(stand, Deed::UnsendIn) || (taken && taken->deleted);
    });
}

TEST_CASE("We edit and take back, where we can") {
    FullShop shop;
    shop.openHub();
    shop.greetAll();
    std::map<Platform, MessageId> price, mistake;
    for (const Stand& stand : shop.stands()) {
        price[stand.descriptor->platform] = shop.say(stand, u"son 20.000"_s);
        mistake[stand.descriptor->platform] = shop.say(stand, u"uy no"_s);
    }
    awaitEach(shop, [&](const Stand& stand) {
        return shop.left(stand, u"son 20.000"_s) && shop.left(stand, u"uy no"_s);
    });
    for (const Stand& stand : shop.stands()) {
        INFO(stand.name());
        const ChannelDescriptor& descriptor = *stand.descriptor;
        CHECK(descriptor.editing == can(stand, Deed::EditOut));
        CHECK(descriptor.deleting == can(stand, Deed::UnsendOut));
        if (descriptor.editing) {
            shop.edit(stand, price[descriptor.platform], u"son 25.000"_s);
        }
        if (descriptor.deleting) {
            shop.takeBack(stand, mistake[descriptor.platform]);
        }
    }
    awaitEach(shop, [&](const Stand& stand) {
        return !stand.descriptor->editing
               || (stand.platform->timesReceived(u"son 25.000"_s) == 1
                   && stand.platform->timesReceived(u"son 20.000"_s) == 0);
    });
    awaitEach(shop, [&](const Stand& stand) {
        const auto taken = shop.message(stand, u"uy no"_s);
        return !stand.descriptor->deleting || (taken && taken->deleted);
    });
}

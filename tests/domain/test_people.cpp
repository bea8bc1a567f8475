// What may tell that two customers are one person, and what is kept when they are.
#include "core/domain/people.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

Traits chat(Platform platform, const QString& name) {
    Traits traits;
    traits.names = {{platform, false, name}};
    return traits;
}

Traits comments(Platform platform, const QString& name) {
    Traits traits;
    traits.names = {{platform, true, name}};
    return traits;
}

// Whichever is asked about, the answer is the same.
std::vector<Sameness> why(const Traits& one, const Traits& other) {
    const auto words = [](const std::vector<SameReason>& reasons) {
        std::vector<Sameness> all;
        for (const SameReason& reason : reasons) {
            CHECK_FALSE(reason.what.isEmpty());
            all.push_back(reason.why);
        }
        return all;
    };
    const auto there = words(reasonsFor(one, other, u"CO"_s));
    CHECK(there == words(reasonsFor(other, one, u"CO"_s)));
    return there;
}

using Why = std::vector<Sameness>;

} // namespace

TEST_CASE("The same number in two chats is a reason", "[people]") {
    Traits whatsapp = chat(Platform::WhatsApp, u"Ana"_s);
    whatsapp.numbers = {u"573001234567"_s};
    Traits signal = chat(Platform::Signal, u"A. R."_s);
    signal.numbers = {u"+573001234567"_s};
    CHECK(why(whatsapp, signal) == Why{Sameness::Number});
    signal.numbers = {u"+573001234568"_s};
    CHECK(why(whatsapp, signal).empty());
}

TEST_CASE("A number left with an order or sent as a card is a weaker one", "[people]") {
    Traits whatsapp = chat(Platform::WhatsApp, u"Ana"_s);
    whatsapp.numbers = {u"573001234567"_s};
    Traits messenger = chat(Platform::Messenger, u"Ana Robles"_s);
    messenger.orderNumbers = {u"300 123 4567"_s};
    CHECK(why(whatsapp, messenger) == Why{Sameness::OrderNumber});
    messenger.orderNumbers.clear();
    messenger.cardNumbers = {u"+57 (300) 123-4567"_s};
    CHECK(why(whatsapp, messenger) == Why{Sameness::ContactCard});
    // Two who know the same third person are not the same.
    Traits telegram = chat(Platform::Telegram, u"Luz"_s);
    telegram.cardNumbers = messenger.cardNumbers;
    CHECK(why(telegram, messenger).empty());
    // Said once, by the strongest of them.
    messenger.numbers = {u"+573001234567"_s};
    CHECK(why(whatsapp, messenger) == Why{Sameness::Number});
}

TEST_CASE("Name and address together are a reason, each alone is none", "[people]") {
    Traits one = chat(Platform::WhatsApp, u"José Peña"_s);
    one.addresses = {u"Cra 15 #20-31, apto 402"_s};
    Traits other = chat(Platform::Telegram, u"jose"_s);
    CHECK(why(one, other).empty());
    other.addresses = {u"carrera 15 No. 20 - 31 apartamento 402"_s};
    CHECK(why(one, other) == Why{Sameness::NameAndAddress});
    other.names.front().name = u"Marta"_s;
    CHECK(why(one, other).empty());
    other.names.front().name = u"🌮"_s; // a name without words is nobody's
    CHECK(why(one, other).empty());
}

TEST_CASE("Who comments on the page may be who writes to it", "[people]") {
    const Traits comment = comments(Platform::Facebook, u"Ana Robles"_s);
    CHECK(why(comment, chat(Platform::Messenger, u"ana robles"_s)) == Why{Sameness::CommentName});
    CHECK(why(comment, chat(Platform::Messenger, u"Ana"_s)).empty());
    CHECK(why(comment, chat(Platform::WhatsApp, u"Ana Robles"_s)).empty());
    CHECK(why(comment, comments(Platform::Facebook, u"Ana Robles"_s)).empty());
    CHECK(why(chat(Platform::Messenger, u"Ana"_s), chat(Platform::Messenger, u"Ana"_s)).empty());

    Traits onPicture = comments(Platform::Instagram, u"ana.r"_s);
    onPicture.ids = {{ChannelId(3), u"8001"_s}};
    Traits direct = chat(Platform::Instagram, u"Ana"_s);
    direct.ids = {{ChannelId(3), u"8001"_s}};
    CHECK(why(onPicture, direct) == Why{Sameness::Id});
    direct.ids = {{ChannelId(4), u"8001"_s}}; // of another account: somebody else's number
    CHECK(why(onPicture, direct).empty());
}

TEST_CASE("What is known of one person is kept whole and said once", "[people]") {
    const CustomerCard all = together({{u"Cra 15 #20-31"_s, u"maní"_s, u"timbre dañado"_s},
                                       {{}, u"Mani"_s, u"paga con Nequi"_s},
                                       {u"Calle 9"_s, u"mariscos"_s, {}}});
    CHECK(all.address == u"Cra 15 #20-31 / Calle 9"_s);
    CHECK(all.allergies == u"maní, mariscos"_s);
    CHECK(all.notes == u"timbre dañado\npaga con Nequi"_s);
    CHECK(together({{{}, u"maní"_s, {}}, {{}, u"maní y leche"_s, {}}}).allergies
          == u"maní y leche"_s);
    CHECK(together({all, all}) == all);
    CHECK(together({{{}, u"ajo"_s, {}}, {{}, u"ajonjolí"_s, {}}}).allergies == u"ajo, ajonjolí"_s);
    CHECK(together(std::vector<CustomerCard>()).isEmpty());
}

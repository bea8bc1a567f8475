// The outbox keeps the order of each conversation, sends nothing twice, and knows what is not sure.
#include "tests/store/counter.h"

using namespace comanda;
using namespace comanda::test;

namespace {

struct Desk : Counter {
    explicit Desk(store::StoreConfig::Engine engine) : Counter(engine) {
        take(whatsapp, {message(u"in1"_s, u"57300"_s, u"hola"_s, minutes(now(), -5))});
        conversation = only().id;
    }
    Message row(MessageId id) {
        for (const Message& message : thread(conversation)) {
            if (message.id == id) {
                return message;
            }
        }
        return {};
    }
    MessageState stateOf(MessageId id) { return row(id).state; }
    ConversationId conversation;
};

} // namespace

TEST_CASE("A message is claimed once, sent, delivered and read", "[outbox]") {
    Desk desk(eachEngine());
    const MessageId id = desk.say(desk.conversation, u"Ya sale"_s);
    CHECK(desk.stateOf(id) == MessageState::Waiting);
    CHECK(desk.only().waiting == 1);
    CHECK(desk.only().lastState == MessageState::Waiting);
    CHECK(desk.only().lastAuthor == u"Luz"_s);

    const auto claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed.front().message == id);
    CHECK(claimed.front().attempt == 1);
    CHECK(claimed.front().fence == desk.lease);
    CHECK(claimed.front().out.text == u"Ya sale"_s);
    CHECK(claimed.front().out.clientReference.size() >= 22);
    CHECK(desk.claim().empty());
    CHECK(desk.stateOf(id) == MessageState::Sending);

    desk.settle(claimed.front(), next::Sent{u"out1"_s});
    CHECK(desk.stateOf(id) == MessageState::Sent);
    CHECK(desk.only().waiting == 0);
    const QString to = u"57300"_s;
    desk.take(desk.whatsapp, {status(u"out1"_s, DeliveryStatus::Read, to, desk.now())});
    desk.take(desk.whatsapp, {status(u"out1"_s, DeliveryStatus::Delivered, to, desk.now())});
    CHECK(desk.stateOf(id) == MessageState::Read);
    CHECK(desk.only().lastState == MessageState::Read);
    Event failed = status(u"out1"_s, DeliveryStatus::Failed, to, desk.now());
    failed.errorCode = u"131047"_s;
    desk.take(desk.whatsapp, {failed});
    CHECK(desk.stateOf(id) == MessageState::Failed);
    CHECK(desk.row(id).stateDetail == u"131047"_s);

    // What the platform took and refused later is a person's to send again.
    desk.run([&](Writer& w) { return w.resend(id); });
    const auto again = desk.claim();
    REQUIRE(again.size() == 1);
    CHECK(again.front().out.text == u"Ya sale"_s);
    desk.settle(again.front(), next::Sent{u"out2"_s});
    CHECK(desk.stateOf(id) == MessageState::Sent);
}

TEST_CASE("What the platform has leaves the outbox in time, what waits never does", "[outbox]") {
    Desk desk(eachEngine());
    const MessageId sent = desk.say(desk.conversation, u"uno"_s);
    desk.settle(desk.claim().front(), next::Sent{u"o1"_s});
    const MessageId waiting = desk.say(desk.conversation, u"dos"_s);
    const auto prune = [&](Time before) {
        return desk.write<int>([&](Writer& w) { return w.prune(before); });
    };
    CHECK(prune(desk.now()) == 0);
    desk.fixture.clock.advance(std::chrono::hours(1));
    CHECK(prune(desk.now()) == 2); // the row of the first, and the customer's delivery
    CHECK(prune(desk.now()) == 0);
    CHECK(desk.stateOf(sent) == MessageState::Sent);
    CHECK(desk.stateOf(waiting) == MessageState::Waiting);
    CHECK(desk.claim().size() == 1);
}

TEST_CASE("A waiting head holds back what follows, an unsure or failed one does not", "[outbox]") {
    Desk desk(eachEngine());
    const MessageId first = desk.say(desk.conversation, u"uno"_s);
    const MessageId second = desk.say(desk.conversation, u"dos"_s);
    const MessageId third = desk.say(desk.conversation, u"tres"_s);
    desk.take(desk.whatsapp, {message(u"in2"_s, u"57301"_s, u"hola"_s, desk.now())});
    const MessageId elsewhere = desk.say(desk.list().front().id, u"a otra"_s);

    auto claimed = desk.claim();
    REQUIRE(claimed.size() == 2); // one of each conversation
    CHECK(claimed[0].message == first);
    CHECK(claimed[1].message == elsewhere);
    CHECK(desk.claim().empty());
    desk.settle(claimed[0], next::TryAgain{desk.now() + Millis(2000), u"timeout"_s, false});
    desk.settle(claimed[1], next::Sent{u"x"_s});
    CHECK(desk.claim().empty());
    CHECK(desk.read<std::optional<Time>>([](Reader& r) { return r.nextSendAt(); })
          == desk.now() + Millis(2000));
    desk.fixture.clock.advance(Millis(2000));
    claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed[0].message == first);
    CHECK(claimed[0].attempt == 2);
    desk.settle(claimed[0], next::AskStaff{u"timeout"_s});
    CHECK(desk.stateOf(first) == MessageState::Unsure);

    claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed[0].message == second);
    desk.settle(claimed[0], next::GiveUp{u"outbox.window_closed"_s, u"24h"_s});
    CHECK(desk.row(second).stateWhy == u"outbox.window_closed"_s);
    claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed[0].message == third);
    desk.settle(claimed[0], next::WaitForSignIn{u"whatsapp.token"_s});
    CHECK(desk.claim().empty());
    CHECK_FALSE(desk.read<std::optional<Time>>([](Reader& r) { return r.nextSendAt(); }));
    CHECK(desk.write<int>([&](Writer& w) { return w.wakeOutbox(desk.whatsapp); }) == 1);
    CHECK(desk.claim().size() == 1);
}

TEST_CASE("What the platform ordered is not shortened because it is back", "[outbox]") {
    Desk desk(eachEngine());
    const auto wake = [&] {
        return desk.write<int>([&](Writer& w) { return w.wakeOutbox(desk.whatsapp); });
    };
    const auto nextSendAt = [&] {
        return desk.read<std::optional<Time>>([](Reader& r) { return r.nextSendAt(); });
    };
    desk.take(desk.whatsapp, {message(u"in2"_s, u"57301"_s, u"hola"_s, desk.now())});
    const ConversationId other = desk.list().front().id;
    const MessageId first = desk.say(desk.conversation, u"uno"_s);
    const Time until = desk.now() + std::chrono::hours(1);

    SECTION("our own back-off is") {
        desk.settle(desk.claim().front(), next::TryAgain{until, u"net.refused"_s, false, false});
        CHECK(wake() == 1);
        CHECK(desk.claim().size() == 1);
    }
    SECTION("for one person") {
        desk.settle(desk.claim().front(), next::TryAgain{until, u"pair_limit"_s, false, true});
        CHECK(wake() == 0);
        CHECK(desk.claim().empty());
        desk.say(other, u"a otra"_s); // not its concern
        const auto claimed = desk.claim();
        REQUIRE(claimed.size() == 1);
        desk.settle(claimed.front(), next::Sent{u"o1"_s});
        CHECK(nextSendAt() == until);
        desk.fixture.clock.set(until);
        CHECK(desk.claim().size() == 1);
    }
    SECTION("for the account: what waits, and what is written meanwhile") {
        const MessageId waiting = desk.say(other, u"dos"_s);
        desk.settle(desk.claim(1).front(), next::TryAgain{until, u"throttled"_s, true, true});
        desk.take(desk.whatsapp, {message(u"in3"_s, u"57302"_s, u"hola"_s, desk.now())});
        const MessageId later = desk.say(desk.list().front().id, u"tres"_s);
        CHECK(wake() == 0);
        CHECK(desk.claim().empty());
        CHECK(nextSendAt() == until);
        // Another account has nothing to do with it.
        desk.take(desk.telegram, {message(u"in4"_s, u"9"_s, u"hola"_s, desk.now())});
        desk.say(desk.list().front().id, u"cuatro"_s);
        auto claimed = desk.claim();
        REQUIRE(claimed.size() == 1);
        CHECK(claimed.front().channel == desk.telegram);
        desk.settle(claimed.front(), next::Sent{u"o1"_s});

        desk.fixture.clock.set(until - Millis(1));
        CHECK(desk.claim().empty());
        desk.fixture.clock.set(until);
        claimed = desk.claim();
        REQUIRE(claimed.size() == 3);
        CHECK(claimed[0].message == first);
        CHECK(claimed[1].message == waiting);
        CHECK(claimed[2].message == later);
    }
    SECTION("a sign-in does not lift it either") {
        desk.settle(desk.claim().front(), next::TryAgain{until, u"throttled"_s, true, true});
        desk.fixture.clock.set(until);
        desk.settle(desk.claim().front(), next::WaitForSignIn{u"token"_s});
        CHECK(wake() == 1);
        desk.settle(desk.claim().front(),
                    next::TryAgain{until + Millis(5000), u"throttled"_s, true, true});
        CHECK(wake() == 0);
        CHECK(desk.claim().empty());
    }
    SECTION("unless a wrong clock set it farther away than a platform may ask") {
        desk.settle(desk.claim().front(), next::TryAgain{desk.now() + std::chrono::hours(9000),
                                                         u"throttled"_s, true, true});
        CHECK(wake() == 1);
        CHECK(desk.claim().size() == 1);
    }
}

TEST_CASE("What a person decides about an unsure or failed message", "[outbox]") {
    Desk desk(eachEngine());
    const MessageId id = desk.say(desk.conversation, u"uno"_s);
    CHECK_FALSE(desk.tryWrite<Done>([&](Writer& w) { return w.resend(id); })); // it has not failed
    auto claimed = desk.claim();
    const QString reference = claimed.front().out.clientReference;
    CHECK_FALSE(desk.tryWrite<Done>([&](Writer& w) { return w.cancelWaiting(id); })); // too late
    desk.settle(claimed.front(), next::AskStaff{u"timeout"_s});
    desk.run([&](Writer& w) { return w.resend(id); });
    CHECK(desk.stateOf(id) == MessageState::Waiting);
    claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed.front().out.clientReference != reference);
    CHECK(claimed.front().attempt == 1);
    desk.settle(claimed.front(), next::AskStaff{u"timeout"_s});
    desk.run([&](Writer& w) { return w.confirmArrived(id); });
    CHECK(desk.stateOf(id) == MessageState::Sent);

    const MessageId other = desk.say(desk.conversation, u"no, espera"_s);
    desk.run([&](Writer& w) { return w.cancelWaiting(other); });
    CHECK(desk.only().lastText == u"uno"_s);
    CHECK(desk.only().waiting == 0);
    CHECK(desk.claim().empty());
}

TEST_CASE("Statuses find the message by either reference, before or after its id is known",
          "[outbox]") {
    Desk desk(eachEngine());
    const QString to = u"57300"_s;
    const MessageId id = desk.say(desk.conversation, u"uno"_s);
    const auto claimed = desk.claim();
    SECTION("parked until the id comes") {
        desk.take(desk.whatsapp, {status(u"out1"_s, DeliveryStatus::Delivered, to, desk.now())});
        CHECK(desk.stateOf(id) == MessageState::Sending);
        desk.settle(claimed.front(), next::Sent{u"out1"_s});
        CHECK(desk.stateOf(id) == MessageState::Delivered);
    }
    SECTION("the client reference resolves what is on its way or unsure") {
        const bool unsure = GENERATE(true, false);
        if (unsure) {
            desk.settle(claimed.front(), next::AskStaff{u"timeout"_s});
        }
        Event sent = status(u"out1"_s, DeliveryStatus::Delivered, to, desk.now());
        sent.clientReference = claimed.front().out.clientReference;
        desk.take(desk.whatsapp, {sent});
        CHECK(desk.stateOf(id) == MessageState::Delivered);
        CHECK(desk.row(id).externalId == u"out1"_s);
        CHECK(desk.only().waiting == 0);
        desk.settle(claimed.front(),
                    next::AskStaff{u"timeout"_s}); // the late answer changes nothing
        CHECK(desk.stateOf(id) == MessageState::Delivered);
        CHECK(desk.write<int>([&](Writer& w) { return w.unsureLeftovers(desk.lease); }) == 0);
    }
    SECTION("refused before the answer is there: failed, and a person's to send again") {
        Event refused = status(u"out1"_s, DeliveryStatus::Failed, to, desk.now());
        refused.clientReference = claimed.front().out.clientReference;
        desk.take(desk.whatsapp, {refused});
        desk.settle(claimed.front(), next::Sent{u"out1"_s});
        CHECK(desk.stateOf(id) == MessageState::Failed);
        CHECK(desk.row(id).stateWhy == u"outbox.refused_later"_s);
        CHECK(desk.row(id).externalId == u"out1"_s);
        desk.run([&](Writer& w) { return w.resend(id); });
        CHECK(desk.claim().size() == 1);
    }
    SECTION("refused later for a reason that is known: in its words") {
        desk.settle(claimed.front(), next::Sent{u"out1"_s});
        Event refused = status(u"out1"_s, DeliveryStatus::Failed, to, desk.now());
        refused.errorCode = u"131047"_s;
        refused.errorWhy = u"whatsapp.24h"_s;
        desk.take(desk.whatsapp, {refused});
        CHECK(desk.stateOf(id) == MessageState::Failed);
        CHECK(desk.row(id).stateWhy == u"whatsapp.24h"_s);
        CHECK(desk.row(id).stateDetail == u"131047"_s);
    }
    SECTION("an echo before the answer is the same message") {
        Event echo = message(u"out1"_s, to, u"uno"_s, desk.now());
        echo.direction = Direction::Out;
        desk.take(desk.whatsapp, {echo, status(u"out1"_s, DeliveryStatus::Read, to, desk.now())});
        CHECK(desk.thread(desk.conversation).size() == 3);
        desk.settle(claimed.front(), next::Sent{u"out1"_s});
        CHECK(desk.thread(desk.conversation).size() == 2);
        CHECK(desk.stateOf(id) == MessageState::Read);
        CHECK(desk.only().lastState == MessageState::Read);
    }
    SECTION("an echo after the answer is nothing new") {
        desk.settle(claimed.front(), next::Sent{u"out1"_s});
        Event echo = message(u"out1"_s, to, u"uno"_s, desk.now());
        echo.direction = Direction::Out;
        CHECK(desk.take(desk.whatsapp, {echo}).newMessages == 0);
        CHECK(desk.thread(desk.conversation).size() == 2);
    }
    SECTION("an echo of an earlier part is nothing new, and says nothing of the whole") {
        Event part = message(u"out0"_s, to, u"u"_s, desk.now());
        part.direction = Direction::Out;
        part.clientReference = claimed.front().out.clientReference + u"#1"_s;
        part.partOf = claimed.front().out.clientReference;
        CHECK(desk.take(desk.whatsapp, {part}).newMessages == 0);
        CHECK(desk.stateOf(id) == MessageState::Sending);
        part.eventKey = u"m:other"_s; // another program's words are its own
        part.externalId = u"other"_s;
        part.partOf = u"not ours"_s;
        CHECK(desk.take(desk.whatsapp, {part}).newMessages == 1);
    }
}

TEST_CASE("A read event covers that message and the earlier ones", "[outbox]") {
    Desk desk(eachEngine());
    std::vector<MessageId> ids;
    for (const QString& out : {u"o1"_s, u"o2"_s, u"o3"_s}) {
        ids.push_back(desk.say(desk.conversation, out));
        desk.settle(desk.claim().front(), next::Sent{out});
        desk.fixture.clock.advance(std::chrono::minutes(1));
    }
    Event read;
    read.kind = EventKind::Read;
    read.eventKey = u"read:o2"_s;
    read.conversationKey = u"57300"_s;
    SECTION("by id") {
        read.externalId = u"o2"_s;
    }
    SECTION("by time") {
        read.timestamp = minutes(desk.now(), -2);
    }
    desk.take(desk.whatsapp, {read});
    CHECK(desk.stateOf(ids[0]) == MessageState::Read);
    CHECK(desk.stateOf(ids[1]) == MessageState::Read);
    CHECK(desk.stateOf(ids[2]) == MessageState::Sent);
}

TEST_CASE("A delivery that names a time only covers what was sent until then", "[outbox]") {
    Desk desk(eachEngine());
    std::vector<MessageId> ids;
    for (const QString& out : {u"o1"_s, u"o2"_s}) {
        ids.push_back(desk.say(desk.conversation, out));
        desk.settle(desk.claim().front(), next::Sent{out});
        desk.fixture.clock.advance(std::chrono::minutes(1));
    }
    Event delivered;
    delivered.kind = EventKind::Status;
    delivered.status = DeliveryStatus::Delivered;
    delivered.eventKey = u"s:57300:1:delivered"_s;
    delivered.conversationKey = u"57300"_s;
    delivered.timestamp = minutes(desk.now(), -2);
    desk.take(desk.whatsapp, {delivered});
    CHECK(desk.stateOf(ids[0]) == MessageState::Delivered);
    CHECK(desk.stateOf(ids[1]) == MessageState::Sent);
}

TEST_CASE("Reactions, edits and deletions of ours happen once the platform has them", "[outbox]") {
    Desk desk(eachEngine());
    const MessageId theirs = desk.thread(desk.conversation).front().id;
    const auto put = [&](auto set) {
        store::Outgoing out;
        out.conversation = desk.conversation;
        set(out);
        return desk.tryWrite<MessageId>([&](Writer& w) { return w.enqueue(out); });
    };
    REQUIRE(put([&](auto& o) {
        o.reactTo = theirs;
        o.text = u"👍"_s;
    }));
    auto claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed.front().out.reactionTo == u"in1"_s);
    CHECK(desk.row(theirs).reactions.empty());
    desk.settle(claimed.front(), next::Sent{});
    CHECK(desk.row(theirs).reactions == std::vector<Reaction>{{QString(), u"👍"_s}});
    CHECK(desk.row(theirs).state == MessageState::Received);

    CHECK_FALSE(put([&](auto& o) {
        o.edits = theirs;
        o.text = u"x"_s;
    }));                            // not ours to change
    CHECK_FALSE(put([](auto&) {})); // nothing to say
    const MessageId ours = desk.say(desk.conversation, u"Son 30"_s);
    REQUIRE(put([&](auto& o) {
        o.edits = ours;
        o.text = u"Son 40"_s;
    })); // not left yet: changed in place
    claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed.front().out.text == u"Son 40"_s);
    CHECK(claimed.front().out.editOf.isEmpty());
    desk.settle(claimed.front(), next::Sent{u"o1"_s});
    REQUIRE(put([&](auto& o) {
        o.edits = ours;
        o.text = u"Son 50"_s;
    }));
    claimed = desk.claim();
    CHECK(claimed.front().out.editOf == u"o1"_s);
    desk.settle(claimed.front(), next::GiveUp{u"telegram.too_old"_s, {}});
    CHECK(desk.row(ours).state == MessageState::Sent);
    CHECK(desk.row(ours).text == u"Son 40"_s);
    CHECK(desk.row(ours).stateWhy == u"telegram.too_old"_s);
    REQUIRE(put([&](auto& o) { o.deletes = ours; }));
    claimed = desk.claim();
    CHECK(claimed.front().out.deleteOf == u"o1"_s);
    desk.settle(claimed.front(), next::Sent{});
    CHECK(desk.row(ours).deleted);
    CHECK(desk.only().waiting == 0);
}

TEST_CASE("A file of ours leaves with its caption", "[outbox]") {
    Desk desk(eachEngine());
    store::Outgoing out;
    out.conversation = desk.conversation;
    out.text = u"La carta"_s;
    KeptAttachment menu;
    menu.attachment.type = AttachmentType::File;
    menu.attachment.name = u"carta.pdf"_s;
    menu.state = MediaState::Kept;
    menu.sha256 = u"ab"_s;
    out.media = menu;
    const MessageId id = desk.write<MessageId>([&](Writer& w) { return w.enqueue(out); });
    CHECK(desk.row(id).attachments == std::vector<KeptAttachment>{menu});
    const auto claimed = desk.claim();
    REQUIRE(claimed.front().out.media);
    CHECK(claimed.front().out.media->name == u"carta.pdf"_s);
    CHECK(claimed.front().out.media->sha256 == u"ab"_s);
}

TEST_CASE("Nothing leaves under a lease that is lost", "[outbox][lease]") {
    Desk desk(eachEngine());
    const MessageId id = desk.say(desk.conversation, u"uno"_s);
    const auto claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    desk.run([&](Writer& w) { return w.releaseLease(desk.lease); });
    const auto taken = desk.write<store::Lease>(
        [](Writer& w) { return w.takeLease(u"cocina"_s, Millis(15'000)); });
    CHECK(taken.fence > desk.lease);
    CHECK(desk.write<int>([&](Writer& w) { return w.unsureLeftovers(taken.fence); }) == 1);
    CHECK(desk.stateOf(id) == MessageState::Unsure);
    desk.settle(claimed.front(),
                next::GiveUp{u"x"_s, {}}); // what the old holder thinks does not count
    CHECK(desk.stateOf(id) == MessageState::Unsure);
    // That it arrived is true, whoever says it.
    desk.settle(claimed.front(), next::Sent{u"o1"_s});
    CHECK(desk.stateOf(id) == MessageState::Sent);
    const auto old = desk.tryWrite<std::vector<store::Claimed>>(
        [&](Writer& w) { return w.claim(desk.lease, {desk.whatsapp}, desk.now(), 5); });
    REQUIRE_FALSE(old);
    CHECK(old.error().id == u"lease.lost"_s);
}

TEST_CASE("What waits on a removed channel fails with its reason; the account comes back as it was",
          "[outbox]") {
    Desk desk(eachEngine());
    const auto channels = [&] {
        return desk.read<std::vector<ChannelConfig>>([](Reader& r) { return r.channels(); });
    };
    ChannelConfig phone;
    for (const ChannelConfig& one : channels()) {
        phone = one.id == desk.whatsapp ? one : phone;
    }
    phone.account = u"1055"_s;
    REQUIRE(desk.write<ChannelId>([&](Writer& w) { return w.saveChannel(phone); }) == phone.id);
    const MessageId leaving = desk.say(desk.conversation, u"uno"_s);
    const auto claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    const MessageId waiting = desk.say(desk.conversation, u"dos"_s);
    desk.run([&](Writer& w) { return w.removeChannel(phone.id); });
    CHECK(desk.stateOf(waiting) == MessageState::Failed);
    CHECK(desk.row(waiting).stateWhy == u"outbox.channel_removed"_s);
    // One that was on its way then, one that is written later, one that is sent again.
    desk.settle(claimed.front(), next::TryAgain{desk.now(), u"net.timeout"_s, false});
    CHECK(desk.row(leaving).stateWhy == u"outbox.channel_removed"_s);
    const MessageId later = desk.say(desk.conversation, u"tres"_s);
    CHECK(desk.row(later).stateWhy == u"outbox.channel_removed"_s);
    desk.run([&](Writer& w) { return w.resend(waiting); });
    CHECK(desk.stateOf(waiting) == MessageState::Failed);
    CHECK(desk.only().waiting == 0);

    ChannelConfig again = phone;
    again.id = ChannelId();
    CHECK(desk.write<ChannelId>([&](Writer& w) { return w.saveChannel(again); }) == phone.id);
    CHECK(channels().size() == 2);
    desk.run([&](Writer& w) { return w.resend(waiting); });
    CHECK(desk.stateOf(waiting) == MessageState::Waiting);
    again.account = u"1066"_s;
    CHECK(desk.write<ChannelId>([&](Writer& w) { return w.saveChannel(again); }) != phone.id);
}

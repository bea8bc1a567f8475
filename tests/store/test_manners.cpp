// How a message of ours differs from plain words is kept with it; approved texts are kept for the
// hour in which only they may be sent; a comment's author is answered alone once.
#include "tests/store/counter.h"

using namespace comanda;
using namespace comanda::test;

namespace {

MessageTemplate text(const QString& name, const QString& language, const QString& body) {
    MessageTemplate one;
    one.name = name;
    one.language = language;
    one.category = u"utility"_s;
    one.body = body;
    return one;
}

struct Desk : Counter {
    explicit Desk(store::StoreConfig::Engine engine) : Counter(engine) {
        take(whatsapp, {message(u"in1"_s, u"57300"_s, u"hola"_s, minutes(now(), -5))});
        conversation = only().id;
    }
    std::vector<MessageTemplate> texts() {
        return read<std::vector<MessageTemplate>>([&](Reader& r) { return r.templates(whatsapp); });
    }
    store::Outgoing saying(const QString& words) const {
        store::Outgoing out;
        out.conversation = conversation;
        out.author = u"Luz"_s;
        out.text = words;
        return out;
    }
    MessageId enqueue(const store::Outgoing& out) {
        return write<MessageId>([&](Writer& w) { return w.enqueue(out); });
    }
    Message row(MessageId id) {
        for (const Message& message : thread(conversation)) {
            if (message.id == id) {
                return message;
            }
        }
        return {};
    }
    ConversationId conversation;
};

} // namespace

TEST_CASE("Approved texts are kept as the platform last listed them", "[manners]") {
    Desk desk(eachEngine());
    const auto learn = [&](const std::vector<MessageTemplate>& all) {
        desk.run([&](Writer& w) { return w.learnTemplates(desk.whatsapp, all); });
    };
    CHECK(desk.texts().empty());
    const std::vector all{text(u"b"_s, u"es"_s, u"uno {{1}}"_s),
                          text(u"a"_s, u"pt_BR"_s, u"dois"_s), text(u"a"_s, u"es"_s, u"dos"_s)};
    learn(all);
    REQUIRE(desk.texts().size() == 3);
    CHECK(desk.texts()[0] == all[2]);
    CHECK(desk.texts()[1] == all[1]);
    CHECK(desk.texts()[2] == all[0]);
    CHECK(desk.read<std::vector<MessageTemplate>>(
                  [&](Reader& r) { return r.templates(desk.telegram); })
              .empty());
    learn({text(u"a"_s, u"es"_s, u"tres"_s)});
    REQUIRE(desk.texts().size() == 1);
    CHECK(desk.texts()[0].body == u"tres"_s);
    learn({});
    CHECK(desk.texts().empty());
}

TEST_CASE("An approved text leaves as one, also when it is sent again", "[manners]") {
    Desk desk(eachEngine());
    store::Outgoing out = desk.saying(u"Hola Ana, su pedido está listo."_s);
    out.templated =
        TemplateUse{u"listo"_s, u"es"_s, false, TemplateHeader::None, {}, {{u"1"_s, u"Ana"_s}}, {}};
    const MessageId id = desk.enqueue(out);
    CHECK(desk.row(id).templateName == u"listo"_s);
    CHECK(desk.row(id).text == out.text);
    auto claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed.front().out.templated == out.templated);
    CHECK(claimed.front().out.text == out.text);
    desk.settle(claimed.front(), next::GiveUp{u"template.paused"_s, {}});
    desk.run([&](Writer& w) { return w.resend(id); });
    claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed.front().out.templated == out.templated);
}

TEST_CASE("Plain words stay plain, choices and a question for the number are kept", "[manners]") {
    Desk desk(eachEngine());
    const MessageId plain = desk.say(desk.conversation, u"Ya sale"_s);
    CHECK(desk.row(plain).templateName.isEmpty());
    CHECK(desk.row(plain).choices.isEmpty());
    desk.settle(desk.claim().front(), next::Sent{u"o1"_s});
    store::Outgoing asked = desk.saying(u"¿Lo recoge?"_s);
    asked.buttons = {{u"Sí"_s, u"Sí"_s}, {u"No"_s, u"No"_s}};
    const MessageId question = desk.enqueue(asked);
    CHECK(desk.row(question).choices == QStringList{u"Sí"_s, u"No"_s});
    const auto leaving = desk.claim();
    CHECK(leaving.front().out.buttons == asked.buttons);
    CHECK_FALSE(leaving.front().out.asksNumber);
    desk.settle(leaving.front(), next::Sent{u"o2"_s});
    store::Outgoing number = desk.saying(u"¿Su teléfono?"_s);
    number.asksNumber = true;
    (void)desk.enqueue(number);
    CHECK(desk.claim().front().out.asksNumber);
}

TEST_CASE("A comment's author is answered alone once", "[manners]") {
    Desk desk(eachEngine());
    Event comment = message(u"c1"_s, u"post"_s, u"2 pizzas"_s, minutes(desk.now(), -60));
    comment.kind = EventKind::Comment;
    desk.take(desk.telegram, {comment});
    ConversationId post;
    for (const Conversation& one : desk.list()) {
        post = one.channel == desk.telegram ? one.id : post;
    }
    const MessageId asked = desk.thread(post).front().id;
    CHECK_FALSE(desk.thread(post).front().hasPrivateAnswer);
    store::Outgoing out;
    out.conversation = post;
    out.text = u"¿A qué dirección?"_s;
    out.privately = true;
    const auto enqueue = [&] {
        return desk.tryWrite<MessageId>([&](Writer& w) { return w.enqueue(out); });
    };
    CHECK(enqueue().error().id == u"outbox.no_target"); // of whom?
    out.replyTo = asked;
    const auto first = enqueue();
    REQUIRE(first);
    CHECK(enqueue().error().id == u"outbox.answered_alone");
    CHECK(desk.thread(post).front().hasPrivateAnswer);
    CHECK(desk.thread(post).back().privately);
    auto claimed = desk.claim();
    REQUIRE(claimed.size() == 1);
    CHECK(claimed.front().out.privately);
    CHECK(claimed.front().out.replyTo == u"c1"_s);
    CHECK(claimed.front().quotedAt == minutes(desk.now(), -60));
    desk.settle(claimed.front(), next::AskStaff{u"send.no_answer"_s});
    CHECK(desk.claim().empty()); // never by itself again
    CHECK(enqueue().error().id == u"outbox.answered_alone");
    // What certainly did not go out can be said in another way.
    desk.run([&](Writer& w) { return w.resend(*first); });
    desk.settle(desk.claim().front(), next::GiveUp{u"facebook.private_refused"_s, {}});
    CHECK_FALSE(desk.thread(post).front().hasPrivateAnswer);
    CHECK(enqueue());
}

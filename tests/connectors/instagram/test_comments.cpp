// Answers under the account's pictures: in public, and to the comment's author alone.
#include "core/connectors/instagram/comment_write.h"
#include "core/connectors/instagram/module.h"
#include "tests/connectors/messaging/channel.h"
#include "tests/connectors/whatsapp/scripted_server.h"

#include <QJsonDocument>

using namespace comanda;
using namespace Qt::StringLiterals;
using graph::CommentAct;
using graph::CommentCall;
using test::ScriptedAnswer;
using test::ScriptedRequest;

namespace {

const QString kAccount = u"17841400000000001"_s;
const QString kPicture = u"17918000000000001"_s;
const QString kComment = u"17890000000000001"_s;

OutgoingMessage say(const QString& words) {
    OutgoingMessage message;
    message.conversationKey = kPicture;
    message.replyTo = kComment;
    message.text = words;
    message.clientReference = u"ref:"_s + words;
    return message;
}

CommentCall only(const OutgoingMessage& message) {
    const auto calls = instagram::writeComment(kAccount, message);
    REQUIRE(calls.has_value());
    REQUIRE(calls->size() == 1);
    return calls->front();
}

QString refusal(const OutgoingMessage& message) {
    const auto calls = instagram::writeComment(kAccount, message);
    return calls ? QString() : calls.error().id;
}

struct Account {
    explicit Account(test::ScriptedServer::Script script)
        : server(std::move(script)),
          channel(instagram::module(),
                  {{u"instagram_id"_s, kAccount},
                   {u"login"_s, u"instagram"_s},
                   {u"api_base_url"_s, server.url().toString()}},
                  "IGAAsim", clock) {}

    SystemClock clock;
    test::ScriptedServer server;
    test::MessagingChannel channel;
};

} // namespace

TEST_CASE("an answer under a picture goes to the comment that it names, else to the picture") {
    OutgoingMessage message = say(u"¡Claro!"_s);
    CHECK(only(message)
          == CommentCall{CommentAct::Answer,
                         kComment + u"/replies"_s,
                         {{u"message"_s, u"¡Claro!"_s}},
                         kComment});
    message.replyTo.clear();
    CHECK(only(message).path == kPicture + u"/comments"_s);
    const auto many = instagram::writeComment(kAccount, say(u"arroz "_s.repeated(80)));
    REQUIRE(many.has_value());
    CHECK(many->size() == 2);
}

TEST_CASE("a private answer to an Instagram comment names it and is one message") {
    OutgoingMessage message = say(u"Le escribo aquí"_s);
    message.privately = true;
    CHECK(
        only(message)
        == CommentCall{CommentAct::AnswerPrivately, kAccount + u"/messages"_s,
                       QJsonObject{{u"recipient"_s, QJsonObject{{u"comment_id"_s, kComment}}},
                                   {u"message"_s, QJsonObject{{u"text"_s, u"Le escribo aquí"_s}}}},
                       kComment});
    message.text = u"ñ"_s.repeated(501); // 1002 bytes
    CHECK(refusal(message) == u"instagram.private_too_long"_s);
    message = say(u"x"_s);
    message.privately = true;
    message.replyTo.clear();
    CHECK(refusal(message) == u"facebook.no_comment"_s);
}

TEST_CASE("what cannot be done to an Instagram comment is refused in words") {
    OutgoingMessage remove;
    remove.deleteOf = kComment;
    CHECK(only(remove) == CommentCall{CommentAct::Remove, kComment, {}, kComment});
    OutgoingMessage edit = say(u"x"_s);
    edit.editOf = kComment;
    CHECK(refusal(edit) == u"meta.cannot_edit"_s);
    OutgoingMessage reaction;
    reaction.reactionTo = kComment;
    CHECK(refusal(reaction) == u"meta.cannot_react"_s);
    OutgoingMessage file = say(u"x"_s);
    file.media = Attachment{};
    CHECK(refusal(file) == u"facebook.no_files"_s);
    CHECK(refusal(say(u" "_s)) == u"send.empty"_s);
}

TEST_CASE("the channel tells a picture from a person by the ids that the conversation has") {
    Account account([](const ScriptedRequest& request) {
        ScriptedAnswer made;
        made.body = request.target.contains("/replies")
                        ? R"({"id":"17890000000000099"})"
                        : R"({"recipient_id":"8000000000000001","message_id":"aWdm1"})";
        return made;
    });
    CHECK(account.channel.send(say(u"hay lasaña"_s))
          == SendOutcome(outcome::Accepted{u"17890000000000099"_s}));
    OutgoingMessage alone = say(u"¿a qué calle?"_s);
    alone.privately = true;
    CHECK(account.channel.send(alone)
          == SendOutcome(outcome::Accepted{u"aWdm1"_s, u"8000000000000001"_s}));
    OutgoingMessage toAna = say(u"sale ya"_s);
    toAna.replyTo.clear();
    toAna.conversationKey = u"8000000000000001"_s;
    toAna.ids.insert(u"igsid"_s, toAna.conversationKey);
    CHECK(account.channel.send(toAna) == SendOutcome(outcome::Accepted{u"aWdm1"_s}));
    REQUIRE(account.server.requests().size() >= 3);
    const QJsonObject last =
        QJsonDocument::fromJson(account.server.requests().back().body).object();
    CHECK(last.value(u"recipient"_s) == QJsonObject{{u"id"_s, u"8000000000000001"_s}});
}

TEST_CASE("a private answer on Instagram is never made again by itself") {
    int sends = 0;
    Account account([&](const ScriptedRequest& request) {
        ScriptedAnswer made;
        if (request.target.contains("/messages")) {
            ++sends;
            made.way = ScriptedAnswer::Way::Close;
        } else { // a comment of Instagram's does not say whether it has had one
            made.status = 400;
            made.body = R"({"error":{"code":100,"message":"nonexisting field"}})";
        }
        return made;
    });
    OutgoingMessage alone = say(u"¿a qué calle?"_s);
    alone.privately = true;
    CHECK(std::holds_alternative<outcome::Unsure>(account.channel.send(alone)));
    CHECK(sends == 1);
}

// What we say on a page, as calls, and what their answers mean.
#include "core/connectors/facebook/write.h"
#include "core/connectors/graph/comment_answers.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Act = graph::CommentAct;
using Call = graph::CommentCall;

namespace {

const QString kPage = u"310000000000007"_s;
const QString kPost = u"310000000000007_410000000000001"_s;
const QString kComment = u"410000000000001_12"_s;
const Time kNow = fromMillis(1'781'000'000'000);

OutgoingMessage text(const QString& words) {
    OutgoingMessage message;
    message.conversationKey = kPost;
    message.text = words;
    return message;
}

QString refusal(const OutgoingMessage& message) {
    const auto calls = facebook::write(kPage, message);
    return calls ? QString() : calls.error().id;
}

Call only(const OutgoingMessage& message) {
    const auto calls = facebook::write(kPage, message);
    REQUIRE(calls.has_value());
    REQUIRE(calls->size() == 1);
    return calls->front();
}

net::HttpResult answered(int status, const QByteArray& body) {
    net::HttpReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

net::HttpResult refused(int code, int subcode = 0) {
    return answered(400, "{\"error\":{\"message\":\"m\",\"code\":" + QByteArray::number(code)
                             + ",\"error_subcode\":" + QByteArray::number(subcode) + "}}");
}

net::HttpResult broken(bool mayHaveArrived) {
    net::HttpFailure failure;
    failure.failure = FailureClass::Timeout;
    failure.mayHaveArrived = mayHaveArrived;
    return tl::unexpected<net::HttpFailure>(failure);
}

SendOutcome read(Act act, const net::HttpResult& result) {
    return graph::readCommentAnswer({act, u"path"_s, {}, kComment}, result, kNow);
}

QString word(const SendOutcome& outcome) {
    static const QStringList kWords{u"accepted"_s, u"retry"_s,    u"window"_s,
                                    u"sign in"_s,  u"rejected"_s, u"unsure"_s};
    return kWords.value(qsizetype(outcome.index()));
}

} // namespace

TEST_CASE("a public answer goes to the comment that it names, else to the post") {
    OutgoingMessage message = text(u"¡Claro!"_s);
    CHECK(only(message)
          == Call{Act::Answer, kPost + u"/comments"_s, {{u"message"_s, u"¡Claro!"_s}}, kPost});
    message.replyTo = kComment;
    CHECK(only(message).path == kComment + u"/comments"_s);
}

TEST_CASE("a text that is too long for one comment becomes several") {
    const auto calls = facebook::write(kPage, text(u"a "_s.repeated(5000)));
    REQUIRE(calls.has_value());
    CHECK(calls->size() == 2);
}

TEST_CASE("a private answer names the comment and is one message") {
    OutgoingMessage message = text(u"Le escribo aquí"_s);
    message.privately = true;
    CHECK(refusal(message) == u"facebook.no_comment"_s);
    message.replyTo = kComment;
    const Call call = only(message);
    CHECK(call.act == Act::AnswerPrivately);
    CHECK(call.path == kPage + u"/messages"_s);
    CHECK(call.body
          == QJsonObject{{u"recipient"_s, QJsonObject{{u"comment_id"_s, kComment}}},
                         {u"message"_s, QJsonObject{{u"text"_s, u"Le escribo aquí"_s}}}});
    message.text = QString(1999, u'a');
    CHECK(refusal(message).isEmpty());
    message.text = QString(2000, u'a');
    CHECK(refusal(message) == u"facebook.private_too_long"_s);
}

TEST_CASE("edits, removals and likes concern the comment that they name") {
    OutgoingMessage edit = text(u"a las ocho"_s);
    edit.editOf = kComment;
    CHECK(only(edit) == Call{Act::Edit, kComment, {{u"message"_s, u"a las ocho"_s}}, kComment});
    edit.text = QString(8001, u'a');
    CHECK(refusal(edit) == u"facebook.too_long"_s);
    OutgoingMessage remove;
    remove.deleteOf = kComment;
    CHECK(only(remove) == Call{Act::Remove, kComment, {}, kComment});
    OutgoingMessage like;
    like.reactionTo = kComment;
    for (const QString& sign : {u"👍"_s, u"👍🏾"_s}) {
        like.reaction = sign;
        CHECK(only(like) == Call{Act::Like, kComment + u"/likes"_s, {}, kComment});
    }
    for (const QString& sign : {u"❤️"_s, QString()}) {
        like.reaction = sign;
        CHECK(refusal(like) == u"facebook.only_like"_s);
    }
}

TEST_CASE("what cannot be said under a post is refused in words") {
    CHECK(refusal(text(u"  "_s)) == u"send.empty"_s);
    OutgoingMessage nowhere = text(u"hola"_s);
    nowhere.conversationKey.clear();
    CHECK(refusal(nowhere) == u"meta.no_recipient"_s);
    OutgoingMessage file = text(u"el menú"_s);
    file.media = Attachment{};
    CHECK(refusal(file) == u"facebook.no_files"_s);
}

TEST_CASE("an answer has the id of what was made, or of what was done to it") {
    CHECK(read(Act::Answer, answered(200, R"({"id":"41_30"})"))
          == SendOutcome(outcome::Accepted{u"41_30"_s}));
    CHECK(read(Act::AnswerPrivately, answered(200, R"({"recipient_id":"7000","message_id":"m_1"})"))
          == SendOutcome(outcome::Accepted{u"m_1"_s, u"7000"_s}));
    for (const Act act : {Act::Edit, Act::Remove, Act::Like}) {
        CHECK(read(act, answered(200, R"({"success":true})"))
              == SendOutcome(outcome::Accepted{kComment}));
        CHECK(word(read(act, answered(200, R"({"success":false})"))) == u"unsure"_s);
    }
}

TEST_CASE("the errors of comments lead to the right outcome") {
    struct Row {
        int code, subcode;
        QString inPublic, privately, why; // why: of the private one
    };
    const std::vector<Row> rows{
        {1, 0, u"retry"_s, u"unsure"_s, u"graph.platform_trouble"_s},
        {2, 0, u"retry"_s, u"unsure"_s, u"graph.platform_trouble"_s},
        {4, 0, u"retry"_s, u"retry"_s, u"graph.throttled"_s},
        {10, 0, u"sign in"_s, u"sign in"_s, u"graph.permission_missing"_s},
        {10, 2018278, u"window"_s, u"window"_s, u"facebook.private_over"_s},
        {32, 0, u"retry"_s, u"retry"_s, u"graph.throttled"_s},
        {33, 0, u"rejected"_s, u"rejected"_s, u"facebook.comment_gone"_s},
        {100, 0, u"rejected"_s, u"rejected"_s, u"graph.bad_parameter"_s},
        {100, 33, u"rejected"_s, u"rejected"_s, u"facebook.comment_gone"_s},
        {100, 2534025, u"rejected"_s, u"rejected"_s, u"facebook.private_refused"_s},
        {190, 460, u"sign in"_s, u"sign in"_s, u"graph.token_invalid"_s},
        {200, 1545041, u"rejected"_s, u"rejected"_s, u"graph.person_unavailable"_s},
        {368, 0, u"rejected"_s, u"rejected"_s, u"graph.blocked_for_policy"_s},
        {506, 0, u"rejected"_s, u"rejected"_s, u"facebook.said_already"_s},
        {551, 1545041, u"rejected"_s, u"rejected"_s, u"graph.person_unavailable"_s},
        {613, 0, u"retry"_s, u"retry"_s, u"graph.throttled"_s},
        {10900, 0, u"rejected"_s, u"rejected"_s, u"facebook.answered_already"_s},
        {80001, 0, u"retry"_s, u"retry"_s, u"graph.throttled"_s},
        {1609005, 0, u"rejected"_s, u"rejected"_s, u"facebook.link_refused"_s},
    };
    for (const Row& row : rows) {
        CAPTURE(row.code, row.subcode);
        CHECK(word(read(Act::Answer, refused(row.code, row.subcode))) == row.inPublic);
        const SendOutcome privately = read(Act::AnswerPrivately, refused(row.code, row.subcode));
        CHECK(word(privately) == row.privately);
        const QString why = std::visit(
            [](const auto& one) -> QString {
                using Outcome = std::decay_t<decltype(one)>;
                if constexpr (std::is_same_v<Outcome, outcome::Accepted>) {
                    return {};
                } else if constexpr (std::is_same_v<Outcome, outcome::WindowClosed>) {
                    return one.rule;
                } else {
                    return one.why;
                }
            },
            privately);
        CHECK(why == row.why);
    }
}

TEST_CASE("a private answer is made again only if nothing of it was sent") {
    CHECK(word(read(Act::AnswerPrivately, broken(false))) == u"retry"_s);
    CHECK(word(read(Act::AnswerPrivately, broken(true))) == u"unsure"_s);
    CHECK(word(read(Act::AnswerPrivately, answered(502, "<html>"))) == u"unsure"_s);
    CHECK(word(read(Act::AnswerPrivately, answered(429, "slow down"))) == u"retry"_s);
    net::HttpReply later;
    later.status = 503;
    later.headers.emplace_back("retry-after", "5");
    CHECK(word(read(Act::Answer, later)) == u"retry"_s);
    CHECK(word(read(Act::AnswerPrivately, later)) == u"unsure"_s);
    CHECK(word(read(Act::AnswerPrivately,
                    answered(500, R"({"error":{"code":7777,"is_transient":true}})")))
          == u"unsure"_s);
}

TEST_CASE("health does not take a comment that is gone for a key that is dead") {
    for (const auto& result : {refused(100, 33), refused(10900), refused(506)}) {
        const auto seen = graph::observeComment(result);
        REQUIRE(seen.has_value());
        CHECK_FALSE(seen->failure.has_value());
    }
    CHECK(graph::observeComment(refused(190))->failure == FailureClass::Auth);
    CHECK(graph::observeComment(broken(true))->failure == FailureClass::Timeout);
}

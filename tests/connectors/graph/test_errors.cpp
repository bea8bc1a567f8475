// Every error code that Meta's documents name: what happens to the send that it answers, and that a
// waiter is told why in the three languages.
#include "app/text/words.h"
#include "core/base/json.h"
#include "core/base/overloaded.h"
#include "core/connectors/graph/answers.h"
#include "core/connectors/graph/comment_answers.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QMap>
#include <QXmlStreamReader>

using namespace comanda;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const Time kNow = fromMillis(1'773'500'000'000);

// The six outcomes, and of "again" whom the pause is for.
enum class End { Again, AgainAll, Window, SignIn, Refused, Unsure };

struct Row {
    qint64 code;
    std::vector<qint64> subcodes; // each of them; empty: the code alone
    End end;
    Millis waits{0}; // at least
};

const std::vector<Row> kRows{
    {0, {}, End::SignIn},
    {1, {}, End::Again},
    {2, {}, End::Again},
    {1, {99}, End::SignIn},
    {1, {1357046}, End::Unsure},
    {2, {2018344}, End::Refused},
    {3, {}, End::SignIn},
    {4, {}, End::AgainAll, 60s},
    {4, {2018354}, End::Refused},
    {10, {}, End::SignIn},
    {10, {2018278, 2534022, 2018065}, End::Window},
    {10, {2018108}, End::Refused},
    {10, {1893063}, End::AgainAll, 1h},
    {10, {2534077}, End::SignIn},
    {17, {}, End::AgainAll, 60s},
    {32, {}, End::AgainAll, 60s},
    {33, {}, End::SignIn},
    {100, {33}, End::SignIn},
    {100, {}, End::Refused},
    {100, {2018001, 2534014}, End::Refused},
    {100, {2018008, 2018047, 2018109, 2018294, 2018074, 2018014}, End::Refused},
    {100, {2534037, 2018300, 2018321}, End::Again, 60s},
    {10, {2534037, 2018300, 2018321}, End::Again, 60s},
    {100, {2534013}, End::SignIn},
    {100, {2534025}, End::Refused},
    {100, {2534029}, End::AgainAll, 1h},
    {102, {}, End::SignIn},
    {190, {}, End::SignIn},
    {190, {458, 459, 460, 463, 464, 467, 492}, End::SignIn},
    {200, {}, End::SignIn},
    {200, {2018028, 2018027, 2018021}, End::SignIn},
    {210, {}, End::SignIn},
    {299, {}, End::SignIn},
    {200, {1545041}, End::Refused},
    {551, {}, End::Refused},
    {551, {1545041}, End::Refused},
    {200, {2534041}, End::SignIn},
    {341, {}, End::AgainAll, 60s},
    {368, {}, End::Refused},
    {368, {1404078}, End::Refused},
    {506, {}, End::Refused},
    {613, {}, End::AgainAll, 60s},
    {613, {2534040}, End::AgainAll, 60s},
    {613, {2018338}, End::AgainAll, 1h},
    {2022, {}, End::Refused},
    {10900, {}, End::Refused},
    {9000001, {}, End::Refused},
    {80001, {}, End::AgainAll, 60s},
    {80002, {}, End::AgainAll, 60s},
    {80006, {}, End::AgainAll, 60s},
    {80007, {}, End::AgainAll, 60s},
    {80008, {}, End::AgainAll, 60s},
    {130403, {}, End::Refused},
    {130429, {}, End::AgainAll, 1s},
    {130472, {}, End::Refused},
    {130497, {}, End::Refused},
    {131000, {}, End::Again},
    {131005, {}, End::SignIn},
    {131008, {}, End::Refused},
    {131009, {}, End::Refused},
    {131014, {}, End::Refused},
    {131016, {}, End::Again},
    {131021, {}, End::Refused},
    {131026, {}, End::Refused},
    {131030, {}, End::Refused},
    {131031, {}, End::SignIn},
    {131037, {}, End::SignIn},
    {131042, {}, End::SignIn},
    {131044, {}, End::SignIn},
    {131045, {}, End::SignIn},
    {131047, {}, End::Window},
    {131048, {}, End::AgainAll, 1h},
    {131049, {}, End::Refused},
    {131050, {}, End::Refused},
    {131051, {}, End::Refused},
    {131052, {}, End::Refused},
    {131053, {}, End::Refused},
    {131056, {}, End::Again, 1s},
    {131057, {}, End::AgainAll, 60s},
    {131060, {}, End::Refused},
    {131062, {}, End::Refused},
    {131063, {}, End::Refused},
    {131064, {}, End::Refused},
    {132000, {}, End::Refused},
    {132001, {}, End::Refused},
    {132005, {}, End::Refused},
    {132007, {}, End::Refused},
    {132012, {}, End::Refused},
    {132015, {}, End::Refused},
    {132016, {}, End::Refused},
    {132068, {}, End::Refused},
    {132069, {}, End::Refused},
    {133010, {}, End::SignIn},
    {133016, {}, End::AgainAll, 1h},
    {135000, {}, End::Refused},
    {137000, {}, End::Refused},
    {2593107, {}, End::Refused},
    {2593108, {}, End::Refused},
    {2593109, {}, End::Refused},
    {1609005, {}, End::Refused},
};

net::HttpReply replyOf(int status, qint64 code, qint64 subcode = 0) {
    QJsonObject error{{u"message"_s, u"m"_s}, {u"code"_s, code}};
    if (subcode != 0) {
        error.insert(u"error_subcode"_s, subcode);
    }
    net::HttpReply reply;
    reply.status = status;
    reply.body = toCompactJson({{u"error"_s, error}});
    return reply;
}

SendOutcome sent(const net::HttpReply& reply) {
    const auto idIn = [](const QJsonObject& answer) { return idText(answer.value(u"id"_s)); };
    return graph::readSendAnswer(reply, idIn, 0, kNow);
}

struct Told {
    End end = End::Unsure;
    QString why;
    Millis waits{0};
};

Told toldBy(const SendOutcome& outcome) {
    return std::visit(
        Overloaded{[](const outcome::Accepted&) { return Told{}; },
                   [](const outcome::RetryAfter& o) {
                       return Told{o.wholeChannel ? End::AgainAll : End::Again, o.why, o.wait};
                   },
                   [](const outcome::WindowClosed& o) {
                       return Told{End::Window, o.rule, {}};
                   },
                   [](const outcome::NeedsSignIn& o) {
                       return Told{End::SignIn, o.why, {}};
                   },
                   [](const outcome::Rejected& o) {
                       return Told{End::Refused, o.why, {}};
                   },
                   [](const outcome::Unsure& o) {
                       return Told{End::Unsure, o.why, {}};
                   }},
        outcome);
}

// Source -> translation, of the words that are no plurals.
QMap<QString, QString> wordsIn(const QString& language) {
    QFile file(QStringLiteral(COMANDA_SOURCE_DIR "/resources/i18n/comanda_%1.ts").arg(language));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QMap<QString, QString> words;
    QXmlStreamReader xml(&file);
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1 && xml.attributes().isEmpty()) {
            words.insert(source,
                         xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed());
        }
    }
    return words;
}

} // namespace

TEST_CASE("every error code leads to its outcome, with a sentence in three languages") {
    const QMap<QString, QString> spanish = wordsIn(u"es"_s);
    const QMap<QString, QString> portuguese = wordsIn(u"pt"_s);
    int codes = 0;
    for (const Row& row : kRows) {
        const std::vector<qint64> alone{0};
        for (const qint64 subcode : row.subcodes.empty() ? alone : row.subcodes) {
            // Which HTTP status comes with which code is not documented.
            for (const int status : {200, 400, 401, 403, 429, 500}) {
                CAPTURE(row.code, subcode, status);
                const Told told = toldBy(sent(replyOf(status, row.code, subcode)));
                CHECK(told.end == row.end);
                CHECK(told.waits >= row.waits);
                const QString sentence = text::describe(told.why);
                INFO(told.why.toStdString());
                CHECK(sentence != told.why);
                CHECK_FALSE(spanish.value(sentence).isEmpty());
                CHECK_FALSE(portuguese.value(sentence).isEmpty());
            }
            ++codes;
        }
    }
    CHECK(codes > 110);
}

TEST_CASE("the HTTP status decides only where the code is not known") {
    struct Case {
        int status;
        qint64 code;
        End end;
    };
    for (const Case& one :
         {Case{500, 190, End::SignIn}, Case{429, 100, End::Refused}, Case{500, 131047, End::Window},
          Case{400, 424242, End::Refused}, Case{429, 424242, End::AgainAll},
          Case{500, 424242, End::Unsure}, Case{200, 424242, End::Refused}}) {
        CAPTURE(one.status, one.code);
        CHECK(toldBy(sent(replyOf(one.status, one.code))).end == one.end);
    }
    graph::GraphError transient;
    transient.code = 424242;
    transient.transient = true;
    CHECK(graph::judge(400, transient).meaning == graph::Meaning::TryAgain);
}

TEST_CASE("an account that Meta forbids to write is seen by health, a refused message is not") {
    using connect::CallKind;
    for (const qint64 code : {368, 2022}) {
        const auto seen = graph::observe(CallKind::Send, replyOf(400, code));
        REQUIRE(seen.has_value());
        CHECK(seen->failure == FailureClass::Auth);
        CHECK_FALSE(seen->id.isEmpty());
    }
    for (const qint64 code : {100, 506, 551, 10900, 131026, 131047}) {
        CHECK_FALSE(graph::observe(CallKind::Send, replyOf(400, code))->failure.has_value());
    }
}

TEST_CASE("under a post a missing object is the comment, not the account") {
    for (const auto& [code, subcode] : {std::pair<qint64, qint64>(33, 0), {100, 33}}) {
        const graph::CommentCall call{graph::CommentAct::Answer, u"1_2/comments"_s, {}, u"1_2"_s};
        const Told told = toldBy(graph::readCommentAnswer(call, replyOf(400, code, subcode), kNow));
        CHECK(told.end == End::Refused);
        CHECK(told.why == u"facebook.comment_gone"_s);
    }
}

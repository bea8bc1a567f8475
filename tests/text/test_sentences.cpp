// Every reason that the program can give has its words, and the words keep to how Comanda speaks.
#include "app/text/channel_sentences.h"
#include "app/text/meta_sentences.h"
#include "app/text/sentences.h"
#include "app/text/signal_sentences.h"
#include "app/text/template_sentences.h"
#include "app/text/waiting_phrases.h"
#include "app/text/way_sentences.h"
#include "app/text/words.h"
#include "core/base/failure.h"
#include "tests/support/catch.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

// Quoted like an id, but a file, a log category, a setting's row or a place in the settings file.
const QSet<QString> kNoReasons{
    u"comanda.channel"_s, u"comanda.db"_s,       u"comanda.hub"_s,    u"comanda.mailbox"_s,
    u"comanda.net"_s,     u"comanda.store"_s,    u"comanda.ui"_s,     u"config.json"_s,
    u"hub.id"_s,          u"journal.read_for"_s, u"mailbox.sqlite"_s, u"mailbox.private_key"_s,
    u"mailbox.tls"_s,     u"mailbox.token"_s,    u"mailbox.url"_s,    u"mailbox_link.private_key"_s,
    u"receiver.tls"_s,    u"secrets.recovery"_s, u"window.ini"_s};

constexpr std::array kFailures{FailureClass::Dns,  FailureClass::Refused,  FailureClass::Timeout,
                               FailureClass::Tls,  FailureClass::Http5xx,  FailureClass::Throttled,
                               FailureClass::Auth, FailureClass::Protocol, FailureClass::Silent};

std::vector<text::Sentence> allSentences() {
    std::vector<text::Sentence> all(text::kSentences.begin(), text::kSentences.end());
    all.insert(all.end(), text::kChannelSentences.begin(), text::kChannelSentences.end());
    all.insert(all.end(), text::kMetaSentences.begin(), text::kMetaSentences.end());
    all.insert(all.end(), text::kSignalSentences.begin(), text::kSignalSentences.end());
    all.insert(all.end(), text::kWaySentences.begin(), text::kWaySentences.end());
    all.insert(all.end(), text::kTemplateSentences.begin(), text::kTemplateSentences.end());
    return all;
}

QSet<QString> worded() {
    QSet<QString> ids;
    for (const text::Sentence& sentence : allSentences()) {
        ids.insert(QString::fromLatin1(sentence.id));
    }
    return ids;
}

// All of the sources but the tables themselves, without includes and comment lines.
QString sources() {
    QString all;
    for (const QString& folder : {u"core"_s, u"app"_s, u"ui"_s}) {
        QDirIterator files(QStringLiteral(COMANDA_SOURCE_DIR) + u'/' + folder,
                           {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().contains("/app/text/"_L1) || !file.open(QIODevice::ReadOnly)) {
                continue;
            }
            while (!file.atEnd()) {
                const QByteArray line = file.readLine();
                const QByteArray start = line.trimmed();
                if (!start.startsWith("//") && !start.startsWith("#include")) {
                    all += QString::fromUtf8(line);
                }
            }
        }
    }
    return all;
}

QSet<QString> matches(const QString& where, const QString& pattern) {
    QSet<QString> found;
    const QRegularExpression regex(pattern);
    for (auto it = regex.globalMatch(where); it.hasNext();) {
        found.insert(it.next().captured(1));
    }
    return found;
}

QSet<QString> idsIn(const QString& where) {
    return matches(where, u"\"([a-z_]+\\.[a-z_0-9]+)\""_s);
}

QSet<QString> holesIn(const QString& sentence) {
    return matches(sentence, u"\\{([a-z]+)\\}"_s);
}

} // namespace

TEST_CASE("Every reason that the sources give has a sentence") {
    const QSet<QString> given = idsIn(sources());
    REQUIRE(given.size() > 150); // else the scan itself has stopped working
    const QSet<QString> known = worded();
    for (const QString& id : given - kNoReasons) {
        INFO(id.toStdString());
        CHECK(known.contains(id));
    }
    for (const FailureClass failure : kFailures) { // put together from the failure's word
        INFO(toWord(failure).toStdString());
        CHECK(known.contains(u"net."_s + toWord(failure)));
    }
}

TEST_CASE("The list of what is no reason names only what is there") {
    for (const QString& name : kNoReasons - idsIn(sources())) {
        FAIL_CHECK(name.toStdString());
    }
}

TEST_CASE("No id is worded twice") {
    CHECK(worded().size() == qsizetype(allSentences().size()));
    QSet<QString> phrases;
    for (const text::Sentence& phrase : text::kWaitingPhrases) {
        phrases.insert(QString::fromLatin1(phrase.id));
    }
    CHECK(phrases.size() == qsizetype(text::kWaitingPhrases.size()));
}

TEST_CASE("The holes of a sentence are filled, by values that the sources give") {
    const QString code = sources();
    for (const text::Sentence& sentence : allSentences()) {
        INFO(sentence.id);
        QMap<QString, QString> params;
        for (const QString& hole : holesIn(QString::fromUtf8(sentence.text))) {
            params.insert(hole, u"<"_s + hole + u">"_s);
            const bool given = code.contains(u"{u\"%1\"_s"_s.arg(hole))
                               || code.contains(u"QStringLiteral(\"%1\")"_s.arg(hole));
            INFO(hole.toStdString());
            CHECK(given);
        }
        const QString filled = text::describe(
            Error{ErrorKind::Invalid, QString::fromLatin1(sentence.id), params, {}, {}});
        CHECK_FALSE(filled.contains(u'{'));
        for (const QString& value : std::as_const(params)) {
            CHECK(filled.contains(value));
        }
    }
}

TEST_CASE("Sentences are spoken as a waiter would") {
    const QRegularExpression machinery(
        u"\\b(token|webhook|api|endpoint|time-?out|session|synchroni[sz]e|invalid|error)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const text::Sentence& sentence : allSentences()) {
        const QString words = QString::fromUtf8(sentence.text);
        INFO(words.toStdString());
        CHECK(words.endsWith(u'.'));
        CHECK_FALSE(words.contains(u'!'));
        CHECK_FALSE(machinery.match(words).hasMatch());
    }
}

TEST_CASE("An id without words is shown, with its detail, and not dropped") {
    CHECK(text::describe(u"nobody.knows"_s) == u"nobody.knows"_s);
    CHECK(text::describe(Error{ErrorKind::Invalid, u"nobody.knows"_s, {}, u"HTTP 418"_s, {}})
          == u"nobody.knows: HTTP 418"_s);
}

TEST_CASE("Why an answer waits fits on one line after the word") {
    const QSet<QString> known = worded();
    for (const text::Sentence& phrase : text::kWaitingPhrases) {
        const QString id = QString::fromLatin1(phrase.id);
        INFO(phrase.id);
        CHECK(known.contains(id));
        const QString words = text::waitingPhrase(id, Platform::WhatsApp);
        CHECK(words.size() <= 40);
        CHECK_FALSE(words.endsWith(u'.'));
        CHECK_FALSE(words.contains(u'{'));
    }
    CHECK(text::messageState(MessageState::Waiting, u"channel.down"_s, Platform::WhatsApp)
          == u"waiting: WhatsApp is down"_s);
    CHECK(text::messageState(MessageState::Waiting, u"net.http_5xx"_s, Platform::Telegram)
          == u"waiting: Telegram has a fault"_s);
    CHECK(text::messageState(MessageState::Waiting, {}, Platform::Telegram) == u"waiting"_s);
}

TEST_CASE("A light says what is wrong, why, and what follows") {
    struct Case {
        Lamp lamp;
        const char* reason;
        std::optional<FailureClass> failure;
        const char* sentence;
    };
    const Case cases[]{
        {Lamp::Healthy, "", std::nullopt, "WhatsApp works."},
        {Lamp::Down, "channel.down", FailureClass::Dns,
         "WhatsApp is down. Its server cannot be found. What you write is kept and goes out "
         "later."},
        {Lamp::Doubtful, "channel.receiving_doubtful", FailureClass::Timeout,
         "WhatsApp does not answer well. Its server does not answer in time. Messages may arrive "
         "late. What arrived is safe."},
        {Lamp::Down, "graph.platform_trouble", FailureClass::Http5xx,
         "WhatsApp is down. Meta's server has a fault. Comanda tries again by itself."},
        {Lamp::Down, "", FailureClass::Refused,
         "WhatsApp is down. Its server refuses the connection."},
        {Lamp::Doubtful, "meta.key_ends_14", std::nullopt,
         "WhatsApp works. The access key ends within two weeks. The owner makes a new one and "
         "types it in Settings."},
        {Lamp::NotConnected, "channel.off", std::nullopt,
         "WhatsApp is not connected. It is switched off in Settings."},
    };
    for (const Case& one : cases) {
        ChannelLight light;
        light.platform = Platform::WhatsApp;
        light.lamp = one.lamp;
        light.reason = QString::fromLatin1(one.reason);
        light.failure = one.failure;
        CHECK(text::lampSentence(light) == QString::fromLatin1(one.sentence));
    }
}

// A reader against golden files: NAME.json is what the platform sends, NAME.jsonl what we make of
// it, one event per line as `comandactl replay` prints it.
#pragma once

#include "core/base/json.h"
#include "core/domain/event.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace comanda::test {

struct Reader {
    Platform platform;
    Events (*read)(const QByteArray& body, const QString& account);
    QString account; // where the payload does not say
};

inline QByteArray fileContent(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct Fixture {
    QString name; // without the suffix
    QByteArray body;
    QString goldenFile;
};

inline std::vector<Fixture> fixturesOf(const Reader& reader) {
    const QDir folder(QStringLiteral(COMANDA_SOURCE_DIR) + QStringLiteral("/tests/fixtures/")
                      + toWord(reader.platform));
    std::vector<Fixture> fixtures;
    for (const QString& file : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        fixtures.push_back({file.chopped(5), fileContent(folder.filePath(file)),
                            folder.filePath(file + QLatin1Char('l'))});
    }
    return fixtures;
}

inline Events readFixture(const Reader& reader, const QString& name) {
    for (const Fixture& fixture : fixturesOf(reader)) {
        if (fixture.name == name) {
            return reader.read(fixture.body, reader.account);
        }
    }
    return {};
}

inline QByteArray linesOf(const Reader& reader, const QByteArray& body) {
    QByteArray lines;
    for (const Event& event : reader.read(body, reader.account)) {
        lines += toCompactJson(toJson(event, reader.platform)) + '\n';
    }
    return lines;
}

inline const Event* withKey(const Events& events, const QString& key) {
    const auto found = std::find_if(events.begin(), events.end(),
                                    [&](const Event& event) { return event.eventKey == key; });
    return found == events.end() ? nullptr : &*found;
}

inline void checkGolden(const Reader& reader) {
    for (const Fixture& fixture : fixturesOf(reader)) {
        CAPTURE(fixture.name);
        const QByteArray expected = fileContent(fixture.goldenFile);
        CHECK_FALSE(expected.isEmpty());
        CHECK(linesOf(reader, fixture.body) == expected);
    }
}

// Run by hand after a change that is meant; what it writes is then read line by line.
inline void writeGolden(const Reader& reader) {
    for (const Fixture& fixture : fixturesOf(reader)) {
        QFile file(fixture.goldenFile);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(linesOf(reader, fixture.body));
    }
}

// A body that is cut keeps what is whole, and says once that something is not. Of a fixture
// "lines_*" every line is a payload of its own, so that a cut between two takes nothing away.
inline void checkTruncations(const Reader& reader) {
    for (const Fixture& fixture : fixturesOf(reader)) {
        const bool lines = fixture.name.startsWith(QStringLiteral("lines_"));
        const QByteArray body = fixture.body.trimmed();
        const Events whole = reader.read(body, reader.account);
        std::size_t before = 0;
        const qsizetype step = lines ? 11 : 1; // each line of those is read again for each cut
        for (qsizetype length = 0; length < body.size(); length += step) {
            const Events events = reader.read(body.first(length), reader.account);
            INFO(fixture.name.toStdString() << " cut at " << length);
            REQUIRE_FALSE(events.empty());
            const Event& last = events.back();
            REQUIRE((lines || last.kind == EventKind::Ignored));
            REQUIRE((lines || !last.reason.isEmpty()));
            REQUIRE((lines || last.eventKey.isEmpty()));
            REQUIRE(events.size() <= whole.size() + 1);
            REQUIRE(events.size() + 1 >= before); // more bytes never read less
            before = events.size();
            for (const Event& event : events) {
                REQUIRE((event.kind == EventKind::Ignored || withKey(whole, event.eventKey)));
            }
        }
    }
}

// What every event owes to whoever takes it in.
inline void checkPromises(const Events& events) {
    REQUIRE_FALSE(events.empty());
    for (const Event& event : events) {
        REQUIRE_FALSE(event.account.isEmpty());
        REQUIRE((event.kind == EventKind::Ignored ? !event.reason.isEmpty()
                                                  : !event.eventKey.isEmpty()));
        const bool said = event.kind == EventKind::Message || event.kind == EventKind::Order
                          || event.kind == EventKind::Postback || event.kind == EventKind::Comment;
        REQUIRE((!said || !event.conversationKey.isEmpty()));
    }
}

// Puts a value of every other type in the place of each value that follows one of `keys`, as
// `"key":`. Answers how many bodies were read.
inline int checkAnyType(const Reader& reader, const QList<QByteArray>& keys) {
    const QList<QByteArray> strangers{"null", "7",  "-1.5", "\"\"",        "\"x\"",
                                      "[]",   "{}", "[[]]", "{\"id\":{}}", "true"};
    int read = 0;
    for (const Fixture& fixture : fixturesOf(reader)) {
        for (const QByteArray& key : keys) {
            for (qsizetype at = fixture.body.indexOf(key); at >= 0;
                 at = fixture.body.indexOf(key, at + 1)) {
                // The stranger takes the value's place, which follows under another key.
                QByteArray changed = fixture.body;
                changed.insert(at + key.size(), strangers[read % strangers.size()] + ",\"was\":");
                INFO(fixture.name.toStdString() << ' ' << key.toStdString() << " at " << at);
                checkPromises(reader.read(changed, reader.account));
                ++read;
            }
        }
    }
    return read;
}

} // namespace comanda::test

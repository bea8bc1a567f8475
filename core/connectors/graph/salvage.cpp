#include "core/connectors/graph/salvage.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <span>

namespace comanda::graph {
namespace {

using namespace Qt::StringLiterals;

// What is known of an object: the members that may be taken apart. Their depth is bounded, which
// keeps the work linear whatever the text says.
struct Member {
    QByteArrayView key;
    std::span<const Member>
        inside; // of the object, or of the list's items; empty: those are leaves
};

constexpr std::array kThread{Member{"messages", {}}};
constexpr std::array kChunk{Member{"threads", kThread}};
constexpr std::array kValue{Member{"messages", {}},         Member{"message_echoes", {}},
                            Member{"statuses", {}},         Member{"user_id_update", {}},
                            Member{"user_preferences", {}}, Member{"history", kChunk}};
constexpr std::array kChange{Member{"value", kValue}};
constexpr std::array kEntry{Member{"changes", kChange}, Member{"messaging", {}},
                            Member{"standby", {}}, Member{"value", kValue}};
constexpr std::array kBody{Member{"entry", kEntry}, Member{"value", kValue}};

// Positions are those of the whole text; each view ends where what is being read ends at the
// latest.
class Salvaging {
public:
    Salvage run(QByteArrayView text) {
        qsizetype at = next(text, 0);
        if (charAt(text, at) == '{') {
            found_.body = object(text, at, kBody);
        }
        const bool explained = nulls_ > 0 && next(text, at) >= text.size();
        found_.lost = found_.lost || !explained;
        return found_;
    }

private:
    static qsizetype next(QByteArrayView text, qsizetype at) { // behind blanks and commas
        while (at < text.size() && QByteArrayView(" \t\r\n,").contains(text[at])) {
            ++at;
        }
        return at;
    }

    static char charAt(QByteArrayView text, qsizetype at) {
        return at < text.size() ? text[at] : '\0';
    }

    void loseRest(QByteArrayView text, qsizetype& at) { // cut, or no JSON from here on
        found_.lost = true;
        at = text.size();
    }

    QJsonObject object(QByteArrayView text, qsizetype& at, std::span<const Member> known) {
        QJsonObject object;
        for (at = next(text, at + 1); charAt(text, at) != '}'; at = next(text, at)) {
            const qsizetype start = at;
            const auto keyEnd = charAt(text, at) == '"' ? endOfValue(text, at) : std::nullopt;
            at = keyEnd ? next(text, *keyEnd) : at;
            if (!keyEnd || charAt(text, at) != ':' || next(text, at + 1) >= text.size()) {
                loseRest(text, at);
                return object;
            }
            at = next(text, at + 1);
            const QByteArrayView key = text.sliced(start + 1, *keyEnd - start - 2);
            const auto member = std::find_if(known.begin(), known.end(),
                                             [&](const Member& one) { return one.key == key; });
            if (member != known.end() && text[at] == '[') {
                object.insert(QString::fromLatin1(key), list(text, at, member->inside));
            } else if (member != known.end() && text[at] == '{') {
                object.insert(QString::fromLatin1(key), this->object(text, at, member->inside));
            } else {
                addPlain(text, start, at, object);
            }
        }
        ++at;
        return object;
    }

    void addPlain(QByteArrayView text, qsizetype start, qsizetype& at, QJsonObject& object) {
        const auto end = endOfValue(text, at);
        if (!end) {
            loseRest(text, at);
            return;
        }
        at = *end;
        const auto parsed = parseObject('{' + text.sliced(start, at - start).toByteArray() + '}');
        if (!parsed) {
            found_.lost = true;
            return;
        }
        for (auto it = parsed->begin(); it != parsed->end(); ++it) {
            object.insert(it.key(), it.value());
        }
    }

    QJsonArray list(QByteArrayView text, qsizetype& at, std::span<const Member> inside) {
        QJsonArray items;
        for (at = next(text, at + 1); charAt(text, at) != ']'; at = next(text, at)) {
            if (at >= text.size() || text[at] == '}' || text[at] == ':') {
                loseRest(text, at);
                return items;
            }
            addItem(text, at, inside, items);
        }
        ++at;
        return items;
    }

    void addItem(QByteArrayView text, qsizetype& at, std::span<const Member> inside,
                 QJsonArray& items) {
        const qsizetype start = at;
        const auto end = endOfValue(text, start);
        at = end.value_or(text.size());
        const auto parsed =
            end ? parseJson('[' + text.sliced(start, at - start).toByteArray() + ']')
                : Result<QJsonValue>(QJsonValue());
        if (end && parsed) {
            items.append(parsed->toArray().first());
            found_.whole += text[start] == '{' ? 1 : 0;
            return;
        }
        if (text[start] == '{' && !inside.empty()) {
            const Salvage before = found_;
            qsizetype within = start;
            const QJsonObject object = this->object(text.first(at), within, inside);
            if (found_.whole > before.whole) {
                items.append(object);
                return;
            }
            found_ = before;
        }
        if (end) {
            items.append(QJsonValue::Null);
            ++nulls_;
        } else {
            found_.lost = true;
        }
    }

    Salvage found_;
    int nulls_ = 0;
};

} // namespace

Salvage salvage(const QByteArray& text) {
    return Salvaging().run(text);
}

} // namespace comanda::graph

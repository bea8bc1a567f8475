#include "core/hub/self_test.h"

#include "core/base/json.h"
#include "core/connectors/registry.h"

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

const QString kObject = u"comanda_self_test"_s;
const QString kKey = u"comanda_self_test:"_s;
constexpr qsizetype kLongest = 300; // nothing as long is ours: it is not looked into

} // namespace

QByteArray selfTestBody(const QString& name) {
    return toCompactJson({{u"object"_s, kObject}, {u"name"_s, name}});
}

std::optional<Event> readSelfTest(const QByteArray& body) {
    if (body.size() > kLongest || !body.contains(kObject.toLatin1())) {
        return std::nullopt;
    }
    const auto object = parseObject(body);
    const QString name = object ? object->value("name"_L1).toString() : QString();
    if (!object || object->value("object"_L1) != kObject || name.isEmpty()) {
        return std::nullopt;
    }
    Event event;
    event.kind = EventKind::Ignored;
    event.eventKey = kKey + name;
    event.reason = u"a test of the way here"_s;
    return event;
}

Events readDelivered(const connect::PlatformModule& module, const QByteArray& body,
                     const QString& account) {
    if (auto test = readSelfTest(body)) {
        return {std::move(*test)};
    }
    return connectors::readWhole(module, body, account);
}

QString selfTestOf(const Event& event) {
    return event.eventKey.startsWith(kKey) ? event.eventKey.sliced(kKey.size()) : QString();
}

} // namespace comanda::hub

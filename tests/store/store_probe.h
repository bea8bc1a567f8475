// What the tests of the store's machinery share: a value to write and read, and what was heard.
#pragma once

#include "core/store/reader.h"
#include "core/store/writer.h"
#include "tests/support/store_fixture.h"
#include "tests/support/wait.h"

#include <QJsonValue>

namespace comanda::test {

using namespace Qt::StringLiterals;

// A job that notes a value under a name.
inline std::function<Result<>(store::Writer&)> put(const QString& name, const QString& value) {
    return [name, value](store::Writer& writer) { return writer.setSetting(name, value); };
}

// The value under that name; empty if there is none.
inline QString valueOf(store::Store& store, const QString& name) {
    QString value;
    const auto read = store.readNow([&](store::Reader& reader) -> Result<> {
        auto found = reader.setting(name);
        if (!found) {
            return fail(found.error());
        }
        value = *found ? (*found)->toString() : QString();
        return Done{};
    });
    REQUIRE(read);
    return value;
}

// Counts what a store says.
class Heard : public QObject {
public:
    explicit Heard(store::Store& store) {
        connect(&store, &store::Store::changed, this,
                [this](const store::ChangeSet& changes) { changes_.push_back(changes); });
        connect(&store, &store::Store::troubled, this,
                [this](const Error& error) { troubles_.push_back(error.id); });
    }
    [[nodiscard]] int withAll() const {
        return static_cast<int>(std::count_if(changes_.begin(), changes_.end(),
                                              [](const store::ChangeSet& one) { return one.all; }));
    }
    std::vector<store::ChangeSet> changes_;
    QStringList troubles_; // "": it can write again
};

} // namespace comanda::test

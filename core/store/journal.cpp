#include "core/store/journal.h"

#include "core/store/journal_private.h"

namespace comanda::store {

Journal::Journal(std::unique_ptr<Private> priv) : d(std::move(priv)) {}
Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const QString& path, qint64 quota,
                                               const Clock& clock) {
    auto d = std::make_unique<Private>(path, quota, clock);
    Result<> opened = d->open();
    if (!opened) {
        return fail(std::move(opened).error());
    }
    return std::unique_ptr<Journal>(new Journal(std::move(d)));
}

void Journal::append(const QString& route, const QByteArray& headers,
                     std::function<Result<QByteArray>(qint64)> seal,
                     std::function<void(Result<qint64>)> done) {
    d->append({route, headers, std::move(seal), std::move(done)});
}

Result<std::vector<JournalItem>> Journal::after(qint64 cursor, int limit, qint64 maxBytes) {
    return d->call<std::vector<JournalItem>>(
        [=](JournalFile& file) { return file.after(cursor, limit, maxBytes); });
}

Result<> Journal::acknowledge(qint64 through) {
    return d->call<Done>([=](JournalFile& file) { return file.acknowledge(through); });
}

Result<> Journal::noteHandshake(const QString& route) {
    return d->call<Done>([&](JournalFile& file) { return file.noteHandshake(route); });
}

Result<int> Journal::prune(Time acknowledgedBefore) {
    return d->prune(acknowledgedBefore);
}

Result<JournalFigures> Journal::figures() {
    return d->figures();
}

Result<std::optional<QString>> Journal::hub() {
    return d->call<std::optional<QString>>([](JournalFile& file) { return file.hub(); });
}

Result<> Journal::setHub(const QString& hubId) {
    return d->call<Done>([&](JournalFile& file) { return file.setHub(hubId); });
}

Result<> Journal::renewIdentity() {
    const auto renewed = d->call<QString>([](JournalFile& file) { return file.renewIdentity(); });
    if (!renewed) {
        return fail(renewed.error());
    }
    d->setIdentity(*renewed);
    return Done{};
}

const QString& Journal::identity() const {
    return d->identity();
}

void Journal::onAppended(std::function<void()> callback) {
    d->onAppended(std::move(callback));
}

} // namespace comanda::store

// A reading thread with its own read-only connection: one query at a time, one snapshot a query.
#pragma once

#include "core/store/connection.h"
#include "core/store/reader.h"
#include "core/store/store.h"

#include <QDeadlineTimer>
#include <QObject>

namespace comanda::store {

class ReadLane final : public QObject {
    Q_OBJECT
public:
    // Called once, on the reading thread; with an error when there is no snapshot to read.
    using Query = std::function<void(Result<Reader*>)>;

    explicit ReadLane(StoreConfig config);
    ~ReadLane() override;

    // On the object's own thread: opens and checks the schema.
    [[nodiscard]] Result<> open();
    void close(); // on the object's own thread

    void post(Query query); // any thread

protected:
    bool event(QEvent* event) override;

private:
    void run(const Query& query);
    [[nodiscard]] Result<> beginSnapshot();

    StoreConfig config_;
    std::unique_ptr<Connection> connection_;
    std::optional<Reader> reader_;
    QDeadlineTimer retryAt_{0}; // a server that is gone is not asked again for every query
};

} // namespace comanda::store

#include "core/store/writer.h"

namespace comanda::store {

Writer::Writer(Connection& connection, const Clock& clock, ChangeSet& changes)
    : connection_(connection), clock_(clock), changes_(changes) {}

} // namespace comanda::store

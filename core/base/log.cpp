#include "core/base/log.h"

namespace comanda {

Q_LOGGING_CATEGORY(lcStore, "comanda.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "comanda.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcMailbox, "comanda.mailbox", QtInfoMsg)
Q_LOGGING_CATEGORY(lcChannel, "comanda.channel", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHub, "comanda.hub", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "comanda.ui", QtInfoMsg)

} // namespace comanda

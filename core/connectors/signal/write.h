// What the restaurant says, as calls of a signal-cli daemon. Pure: files are named, not read.
// https://github.com/AsamK/signal-cli/blob/master/man/signal-cli-jsonrpc.5.adoc
#pragma once

#include "core/base/result.h"
#include "core/domain/outgoing.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace comanda::signal {

// Code points. The daemon sends what is longer than 2000 bytes as an attachment of text, which
// phones take up to 64 KiB of; this many need at most 24 kB.
constexpr qsizetype kTextMax = 6000;

struct Call {
    QString method;
    QJsonObject params;

    bool operator==(const Call&) const = default;
    // Made twice it has the same effect as made once.
    [[nodiscard]] bool isRepeatable() const;
};

// One message may need several calls; they are made in order. `attachment`: the message's file, as
// a path or a "data:" URI. Errors are Rejected: "signal.bad_address", "signal.cannot_edit",
// "signal.cannot_delete", "signal.cannot_react", "signal.text_too_long" or "send.empty".
[[nodiscard]] Result<std::vector<Call>> writeMessage(const QString& account,
                                                     const OutgoingMessage& message,
                                                     const QString& attachment = {});

// nullopt: there is nobody to tell.
[[nodiscard]] std::optional<Call> writeReadReceipt(const QString& account,
                                                   const QString& externalId);
[[nodiscard]] std::optional<Call> writeTyping(const QString& account,
                                              const QString& conversationKey);
[[nodiscard]] Call writeGetAttachment(const QString& account, const QString& id);
[[nodiscard]] Call writeVersion();
[[nodiscard]] Call writeListAccounts();

// As one line, without its end.
[[nodiscard]] QByteArray writeRequest(const QString& id, const Call& call);

} // namespace comanda::signal

// A channel is one configured account on a platform; its descriptor says what the platform can do.
#pragma once

#include "core/base/clock.h"
#include "core/base/failure.h"
#include "core/base/ids.h"
#include "core/domain/platform.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace comanda {

struct ChannelConfig {
    ChannelId id;
    Platform platform = Platform::Telegram;
    QString account;      // the platform's id of our account; may be empty until first contact
    QString name;         // what staff call it ("WhatsApp", "WhatsApp Norte")
    QJsonObject settings; // never a secret: api_base_url, phone_number_id, route, …
    bool enabled = true;

    bool operator==(const ChannelConfig&) const = default;
};

enum class TextUnit { Utf16, CodePoints, Bytes };

enum class FieldKind { Text, Secret, Url, Number, Choice, Flag }; // Flag: "yes" or "no"

// One field of a set-up page. The page is generated from these; their words are in app/text under
// "setup.<platform>.<key>.label|help".
struct SetupField {
    QString key;
    FieldKind kind = FieldKind::Text;
    bool required = true;
    QString defaultValue;
    QString pattern;     // regular expression the value must match; empty: anything
    QStringList choices; // of Choice
    bool shared = false; // of the app: channels that share an address have it in common
    bool rare = false;   // folded away: good as it is for nearly everybody

    bool operator==(const SetupField&) const = default;
};

struct WindowRule {
    std::optional<Millis> afterCustomerMessage; // nullopt: no window once the customer has written
    bool customerWritesFirst = true;            // we can never start a conversation
    // After the customer's message, longer: a person may still answer, an automatic notice not.
    std::optional<Millis> peopleFor;

    bool operator==(const WindowRule&) const = default;
};

struct ChannelDescriptor {
    Platform platform = Platform::Telegram;
    int textLimit = 4096;
    TextUnit textUnit = TextUnit::Utf16;
    int captionLimit = 1024;
    bool media = false;
    bool buttons = false;
    int buttonsMax = 0;
    bool receipts = false;   // delivered and read come back
    bool reconciles = false; // an unsure send is found again by our client reference
    bool typing = false;
    bool editing = false, deleting = false, reactions = false;
    bool templates = false;                 // approved texts may be sent when the window is closed
    bool asksNumber = false;                // can ask a customer for a phone number that it hides
    std::optional<Millis> privateAnswerFor; // a comment's author can be answered alone for so long
    bool keysEnd = false;                   // a key may end by itself: key_end.h
    bool links = false;                     // has no key: the owner's phone lets us in
    bool pushed = false;                    // arrives through a mailbox or our own public address
    qint64 mediaMax = 20 * 1024 * 1024;     // bytes that we fetch or send at most
    WindowRule window;
    Millis shownSilentAfter{15 * 60 * 1000};
    QString defaultApiBaseUrl;
    QString linkTemplate; // a customer's way in ("https://t.me/%1"); %1: link name
    std::vector<SetupField> setup;

    bool operator==(const ChannelDescriptor&) const = default;
};

enum class Lamp { Healthy, Doubtful, Down, NotConnected };

struct ChannelLight {
    ChannelId channel;
    Platform platform = Platform::Telegram;
    QString name;
    Lamp lamp = Lamp::NotConnected;
    // Id worded in app/text, with the evidence in `failure`; empty when healthy. Doubtful without a
    // failure: it works, and will need a person soon.
    QString reason;
    std::optional<FailureClass> failure;
    std::optional<Time> since;       // of the present lamp
    std::optional<Time> lastMessage; // last real message in
    std::optional<Time> lastSuccess; // last successful call
    std::optional<Time> lastFailure;
    int waiting = 0; // answers that wait to leave

    bool operator==(const ChannelLight&) const = default;
};

struct AccountCheck { // for the set-up page's test
    QString account;  // the platform's id
    QString name;
    QJsonObject facts;
    QStringList warnings; // ids worded in app/text
};

// A channel's setting of kind Flag: its app may answer longer, by people only (HUMAN_AGENT).
constexpr auto kHumanAgentKey = QLatin1StringView("human_agent");

// The window as this channel has it: the longer time only where its app may use it.
[[nodiscard]] WindowRule windowRuleOf(const ChannelDescriptor& descriptor,
                                      const QJsonObject& settings);
[[nodiscard]] bool isOn(const QJsonObject& settings, QLatin1StringView flag);

[[nodiscard]] QString toWord(Lamp lamp);

} // namespace comanda

#include "core/connectors/telegram/write.h"

#include "core/connect/split.h"
#include "core/connectors/telegram/address.h"

#include <QJsonArray>

namespace comanda::telegram {
namespace {

using namespace Qt::StringLiterals;

struct Draft {
    Address address;
    QJsonObject common; // where to

    ApiCall call(const QString& method) const {
        ApiCall call;
        call.method = method;
        call.parameters = common;
        return call;
    }
};

Result<Draft> draftFor(const OutgoingMessage& message) {
    const std::optional<Address> address = addressFrom(message.conversationKey);
    if (!address) {
        return fail(ErrorKind::Rejected, u"telegram.bad_address"_s);
    }
    Draft draft{*address, {{u"chat_id"_s, address->chat.toLongLong()}}};
    if (!address->business.isEmpty()) {
        draft.common.insert(u"business_connection_id"_s, address->business);
    }
    return draft;
}

qint64 numberOf(const QString& messageId) {
    return messageId.toLongLong(); // 0, which Telegram refuses, when it is none
}

// A pressed button can be quoted on the screen, and is no message there.
bool isMessageId(const QString& id) {
    constexpr qint64 kMessageIdMax = 0x7fffffff;
    return numberOf(id) > 0 && numberOf(id) <= kMessageIdMax;
}

Result<QJsonObject> keyboard(const std::vector<Button>& buttons) {
    QJsonArray rows;
    for (const Button& button : buttons) {
        if (button.id.isEmpty() || button.id.toUtf8().size() > kButtonDataMax) {
            return fail(ErrorKind::Rejected, u"telegram.button_too_long"_s, button.id);
        }
        rows.append(
            QJsonArray{QJsonObject{{u"text"_s, button.title}, {u"callback_data"_s, button.id}}});
    }
    return QJsonObject{{u"inline_keyboard"_s, rows}};
}

Result<std::vector<ApiCall>> reaction(const OutgoingMessage& message, const Draft& draft) {
    if (!draft.address.business.isEmpty()) {
        return fail(ErrorKind::Rejected, u"telegram.no_reactions_in_business"_s);
    }
    ApiCall call = draft.call(u"setMessageReaction"_s);
    call.parameters.insert(u"message_id"_s, numberOf(message.reactionTo));
    QJsonArray reactions;
    if (!message.reaction.isEmpty()) {
        reactions.append(QJsonObject{{u"type"_s, u"emoji"_s}, {u"emoji"_s, message.reaction}});
    }
    call.parameters.insert(u"reaction"_s, reactions);
    return std::vector{call};
}

std::vector<ApiCall> deletion(const OutgoingMessage& message, const Draft& draft) {
    if (draft.address.business.isEmpty()) {
        ApiCall call = draft.call(u"deleteMessage"_s);
        call.parameters.insert(u"message_id"_s, numberOf(message.deleteOf));
        return {call};
    }
    ApiCall call;
    call.method = u"deleteBusinessMessages"_s;
    call.parameters = {{u"business_connection_id"_s, draft.address.business},
                       {u"message_ids"_s, QJsonArray{numberOf(message.deleteOf)}}};
    return {call};
}

Result<std::vector<ApiCall>> edit(const OutgoingMessage& message, const Draft& draft) {
    if (message.text.size() > kTextMax) {
        return fail(ErrorKind::Rejected, u"telegram.text_too_long"_s);
    }
    if (message.text.trimmed().isEmpty()) {
        return fail(ErrorKind::Rejected, u"telegram.empty"_s);
    }
    ApiCall call = draft.call(u"editMessageText"_s);
    call.parameters.insert(u"message_id"_s, numberOf(message.editOf));
    call.parameters.insert(u"text"_s, message.text);
    if (!message.buttons.empty()) {
        const Result<QJsonObject> markup = keyboard(message.buttons);
        if (!markup) {
            return fail(markup.error());
        }
        call.parameters.insert(u"reply_markup"_s, *markup);
    }
    return std::vector{call};
}

// They may stand in the bot's own chat with one person only; elsewhere the words must do.
bool takesRequests(const Address& address) {
    return address.business.isEmpty() && !address.chat.startsWith(u'-');
}

// Asks for the phone number, and for the place where to deliver: the customer's own Telegram says
// in their language what a touch will send.
QJsonObject requests() {
    const QJsonArray number{QJsonObject{{u"text"_s, u"📞 Tel."_s}, {u"request_contact"_s, true}}};
    const QJsonArray place{QJsonObject{{u"text"_s, u"📍 GPS"_s}, {u"request_location"_s, true}}};
    return {{u"keyboard"_s, QJsonArray{number, place}},
            {u"resize_keyboard"_s, true},
            {u"one_time_keyboard"_s, true}};
}

// How Telegram shows a file depends on the method it is sent with.
struct FileMethod {
    QString method, field;
};

FileMethod methodFor(const Attachment& media, qint64 size) {
    const QString& mime = media.mime;
    const bool picture =
        mime == "image/jpeg"_L1 || mime == "image/png"_L1 || mime == "image/webp"_L1;
    if (picture && size <= kPhotoMax && media.type != AttachmentType::File) {
        return {u"sendPhoto"_s, u"photo"_s};
    }
    if (mime == "image/gif"_L1) {
        return {u"sendAnimation"_s, u"animation"_s};
    }
    if (mime == "video/mp4"_L1) {
        return {u"sendVideo"_s, u"video"_s};
    }
    if (media.voice && mime.startsWith("audio/ogg"_L1)) {
        return {u"sendVoice"_s, u"voice"_s};
    }
    if (mime == "audio/mpeg"_L1 || mime == "audio/mp4"_L1) {
        return {u"sendAudio"_s, u"audio"_s};
    }
    return {u"sendDocument"_s, u"document"_s};
}

ApiCall placeCall(const Attachment& place, const Draft& draft) {
    const bool named = !place.title.isEmpty() && !place.address.isEmpty();
    ApiCall call = draft.call(named ? u"sendVenue"_s : u"sendLocation"_s);
    call.parameters.insert(u"latitude"_s, *place.latitude);
    call.parameters.insert(u"longitude"_s, *place.longitude);
    if (named) {
        call.parameters.insert(u"title"_s, place.title);
        call.parameters.insert(u"address"_s, place.address);
    }
    return call;
}

ApiCall fileCall(const OutgoingMessage& message, const Draft& draft, qint64 size) {
    const FileMethod how = methodFor(*message.media, size);
    ApiCall call = draft.call(how.method);
    call.fileField = how.field;
    call.filePath = message.mediaPath;
    call.fileName = message.media->name.isEmpty() ? u"file"_s : message.media->name;
    call.mime = message.media->mime;
    return call;
}

// The calls without reply and buttons; empty when there is nothing to say.
std::vector<ApiCall> contents(const OutgoingMessage& message, const Draft& draft, qint64 size) {
    std::vector<ApiCall> calls;
    QString text = message.text;
    if (message.media && !message.mediaPath.isEmpty()) {
        calls.push_back(fileCall(message, draft, size));
        if (text.size() <= kCaptionMax && !text.trimmed().isEmpty()) {
            calls.back().parameters.insert(u"caption"_s, text);
            text.clear();
        }
    } else if (message.media && message.media->latitude && message.media->longitude) {
        calls.push_back(placeCall(*message.media, draft));
    }
    for (const QString& part : connect::splitText(text, kTextMax, TextUnit::Utf16)) {
        calls.push_back(draft.call(u"sendMessage"_s));
        calls.back().parameters.insert(u"text"_s, part);
    }
    return calls;
}

} // namespace

bool ApiCall::isRepeatable() const {
    return method.startsWith("edit"_L1) || method.startsWith("delete"_L1)
           || method.startsWith("set"_L1) || method.startsWith("get"_L1);
}

Result<std::vector<ApiCall>> writeMessage(const OutgoingMessage& message, qint64 mediaSize) {
    const Result<Draft> draft = draftFor(message);
    if (!draft) {
        return fail(draft.error());
    }
    if (!message.reactionTo.isEmpty()) {
        return reaction(message, *draft);
    }
    if (!message.deleteOf.isEmpty()) {
        return deletion(message, *draft);
    }
    if (!message.editOf.isEmpty()) {
        return edit(message, *draft);
    }
    std::vector<ApiCall> calls = contents(message, *draft, mediaSize);
    if (calls.empty()) {
        return fail(ErrorKind::Rejected, u"telegram.empty"_s);
    }
    if (isMessageId(message.replyTo)) {
        calls.front().parameters.insert(u"reply_parameters"_s,
                                        QJsonObject{{u"message_id"_s, numberOf(message.replyTo)},
                                                    {u"allow_sending_without_reply"_s, true}});
    }
    if (!message.buttons.empty()) {
        const Result<QJsonObject> markup = keyboard(message.buttons);
        if (!markup) {
            return fail(markup.error());
        }
        calls.back().parameters.insert(u"reply_markup"_s, *markup);
    } else if (message.asksNumber && takesRequests(draft->address)) {
        calls.back().parameters.insert(u"reply_markup"_s, requests());
    }
    return calls;
}

} // namespace comanda::telegram

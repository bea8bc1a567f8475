#include "core/domain/message.h"

#include <algorithm>
#include <array>
#include <map>

namespace comanda {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array kMessageStates{
    MessageState::Received,  MessageState::Waiting, MessageState::Sending, MessageState::Sent,
    MessageState::Delivered, MessageState::Read,    MessageState::Failed,  MessageState::Unsure};
constexpr std::array kMediaStates{MediaState::Wanted, MediaState::Kept, MediaState::TooLarge,
                                  MediaState::Gone, MediaState::Failed};

int rank(MessageState state) {
    switch (state) {
    case MessageState::Received:
        return 0;
    case MessageState::Waiting:
    case MessageState::Sending:
    case MessageState::Unsure:
        return 1;
    case MessageState::Sent:
        return 2;
    case MessageState::Delivered:
        return 3;
    case MessageState::Read:
        return 4;
    case MessageState::Failed:
        return 5;
    }
    Q_UNREACHABLE();
}

MessageState stateOf(DeliveryStatus status) {
    switch (status) {
    case DeliveryStatus::Sent:
        return MessageState::Sent;
    case DeliveryStatus::Delivered:
        return MessageState::Delivered;
    case DeliveryStatus::Read:
        return MessageState::Read;
    case DeliveryStatus::Failed:
        return MessageState::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace

QString toWord(MessageState state) {
    switch (state) {
    case MessageState::Received:
        return u"received"_s;
    case MessageState::Waiting:
        return u"waiting"_s;
    case MessageState::Sending:
        return u"sending"_s;
    case MessageState::Sent:
        return u"sent"_s;
    case MessageState::Delivered:
        return u"delivered"_s;
    case MessageState::Read:
        return u"read"_s;
    case MessageState::Failed:
        return u"failed"_s;
    case MessageState::Unsure:
        return u"unsure"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(MediaState state) {
    switch (state) {
    case MediaState::Wanted:
        return u"wanted"_s;
    case MediaState::Kept:
        return u"kept"_s;
    case MediaState::TooLarge:
        return u"too_large"_s;
    case MediaState::Gone:
        return u"gone"_s;
    case MediaState::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

QString toWord(Direction direction) {
    return direction == Direction::In ? u"in"_s : u"out"_s;
}

std::optional<MessageState> messageStateFrom(QStringView word) {
    for (const MessageState state : kMessageStates) {
        if (word == toWord(state)) {
            return state;
        }
    }
    return std::nullopt;
}

std::optional<MediaState> mediaStateFrom(QStringView word) {
    for (const MediaState state : kMediaStates) {
        if (word == toWord(state)) {
            return state;
        }
    }
    return std::nullopt;
}

namespace {

// A part that comes late stands where the sender put it: the platform numbers them in order.
std::vector<const Message*> inOrder(const std::vector<Message>& parts) {
    std::vector<const Message*> ordered;
    ordered.reserve(parts.size());
    for (const Message& part : parts) {
        ordered.push_back(&part);
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const Message* a, const Message* b) {
        return a->externalId.toLongLong() < b->externalId.toLongLong();
    });
    return ordered;
}

Message joined(const std::vector<Message>& parts) {
    Message album = parts.front();
    album.text.clear();
    album.attachments.clear();
    album.reactions.clear();
    album.deleted = true;
    QStringList texts;
    for (const Message* part : inOrder(parts)) {
        texts << part->text;
        album.attachments.insert(album.attachments.end(), part->attachments.begin(),
                                 part->attachments.end());
        album.reactions.insert(album.reactions.end(), part->reactions.begin(),
                               part->reactions.end());
        album.deleted = album.deleted && part->deleted;
        album.edited = album.edited || part->edited;
        album.late = album.late || part->late;
        album.order = album.order ? album.order : part->order;
        if (album.quotedText.isEmpty()) {
            album.quotedText = part->quotedText;
            album.quotedAuthor = part->quotedAuthor;
        }
    }
    texts.removeAll(QString());
    album.text = texts.join(u'\n');
    return album;
}

} // namespace

std::vector<Message> joinAlbums(std::vector<Message> rows) {
    std::map<std::pair<Direction, QString>, std::vector<Message>> albums;
    for (const Message& row : rows) {
        if (!row.groupId.isEmpty()) {
            albums[{row.direction, row.groupId}].push_back(row);
        }
    }
    std::vector<Message> shown;
    shown.reserve(rows.size());
    for (Message& row : rows) {
        const auto album = albums.find({row.direction, row.groupId});
        if (album == albums.end()) {
            shown.push_back(std::move(row));
        } else if (album->second.front().id == row.id) {
            shown.push_back(joined(album->second));
        }
    }
    return shown;
}

MessageState advance(MessageState now, DeliveryStatus reported) {
    const MessageState next = stateOf(reported);
    return rank(next) > rank(now) ? next : now;
}

} // namespace comanda

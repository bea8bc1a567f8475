#include "core/domain/message.h"

#include <array>

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

MessageState advance(MessageState now, DeliveryStatus reported) {
    const MessageState next = stateOf(reported);
    return rank(next) > rank(now) ? next : now;
}

} // namespace comanda

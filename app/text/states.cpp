#include "app/text/words.h"

#include <QCoreApplication>

namespace comanda::text {
namespace {

using namespace Qt::StringLiterals;

struct words { // names the translations' context
    Q_DECLARE_TR_FUNCTIONS(words)
};

QString joined(const QString& head, const QString& rest) {
    return rest.isEmpty() ? head : head + u' ' + rest;
}

bool isGeneral(const QString& reason) {
    return reason.isEmpty() || reason == "channel.down"_L1
           || reason == "channel.receiving_doubtful"_L1 || reason == "channel.sending_doubtful"_L1;
}

// The platform's own reason says it all; a general one says only what follows from the failure.
QString reasonWords(const ChannelLight& light, const QString& name) {
    const QString why =
        light.reason.isEmpty() ? QString() : describe(light.reason, {{u"platform"_s, name}});
    return isGeneral(light.reason) && light.failure ? joined(failureWord(*light.failure), why)
                                                    : why;
}

} // namespace

QString stateWord(OrderState state) {
    switch (state) {
    case OrderState::Draft:
        return words::tr("Draft");
    case OrderState::New:
        return words::tr("To accept");
    case OrderState::Accepted:
        return words::tr("Accepted");
    case OrderState::Preparing:
        return words::tr("Cooking");
    case OrderState::Ready:
        return words::tr("Ready");
    case OrderState::OutForDelivery:
        return words::tr("On its way");
    case OrderState::Completed:
        return words::tr("Handed over");
    case OrderState::Rejected:
        return words::tr("Rejected");
    case OrderState::Cancelled:
        return words::tr("Cancelled");
    case OrderState::Failed:
        return words::tr("Not delivered");
    case OrderState::Discarded:
        return words::tr("Discarded");
    }
    Q_UNREACHABLE();
}

QString stepWord(OrderState next) {
    switch (next) {
    case OrderState::New:
        return words::tr("To the queue");
    case OrderState::Accepted:
        return words::tr("Accept");
    case OrderState::Preparing:
        return words::tr("To kitchen");
    case OrderState::Ready:
        return words::tr("It is ready");
    case OrderState::OutForDelivery:
        return words::tr("Send out");
    case OrderState::Completed:
        return words::tr("Hand over");
    case OrderState::Rejected:
        return words::tr("Reject");
    case OrderState::Cancelled:
        return words::tr("Cancel order");
    case OrderState::Failed:
        return words::tr("Not delivered");
    case OrderState::Draft:
    case OrderState::Discarded:
        return words::tr("Discard");
    }
    Q_UNREACHABLE();
}

QString stateWord(PaymentState state) {
    switch (state) {
    case PaymentState::Unpaid:
        return words::tr("To collect");
    case PaymentState::Claimed:
        return words::tr("Says paid");
    case PaymentState::Paid:
        return words::tr("Paid");
    case PaymentState::Refunded:
        return words::tr("Refunded");
    }
    Q_UNREACHABLE();
}

QString stateWord(NoticeState state) {
    switch (state) {
    case NoticeState::NotTold:
        return words::tr("Customer not told yet");
    case NoticeState::Sent:
        return words::tr("Customer told");
    case NoticeState::Delivered:
        return words::tr("Customer has it");
    case NoticeState::Failed:
        return words::tr("Customer could not be told");
    }
    Q_UNREACHABLE();
}

QString fulfilmentWord(Fulfilment fulfilment) {
    switch (fulfilment) {
    case Fulfilment::Unknown:
        return words::tr("How? Ask");
    case Fulfilment::Delivery:
        return words::tr("Delivery");
    case Fulfilment::Pickup:
        return words::tr("Pick-up");
    case Fulfilment::DineIn:
        return words::tr("Table");
    }
    Q_UNREACHABLE();
}

QString flagWord(OrderFlag flag) {
    switch (flag) {
    case OrderFlag::ChangeAsked:
        return words::tr("CHANGE ASKED");
    case OrderFlag::CancelAsked:
        return words::tr("CANCEL ASKED");
    case OrderFlag::LateArrival:
        return words::tr("ARRIVED LATE");
    case OrderFlag::Allergy:
        return words::tr("ALLERGY");
    case OrderFlag::ChannelDown:
        return words::tr("CHANNEL DOWN");
    case OrderFlag::PossibleDuplicate:
        return words::tr("SENT TWICE?");
    }
    Q_UNREACHABLE();
}

QString paymentWord(const QString& method) {
    if (method == "cash"_L1) {
        return words::tr("cash");
    }
    if (method == "card"_L1) {
        return words::tr("card");
    }
    if (method == "transfer"_L1) {
        return words::tr("transfer");
    }
    QString name = method;
    name.replace(u'_', u' ');
    if (!name.isEmpty()) {
        name[0] = name[0].toUpper();
    }
    return name;
}

QString messageState(MessageState state, const QString& why, Platform platform) {
    switch (state) {
    case MessageState::Received:
        return {};
    case MessageState::Waiting:
        return why.isEmpty() ? words::tr("waiting")
                             : words::tr("waiting: %1").arg(waitingPhrase(why, platform));
    case MessageState::Sending:
        return words::tr("sending");
    case MessageState::Sent:
        return words::tr("sent");
    case MessageState::Delivered:
        return words::tr("delivered");
    case MessageState::Read:
        return words::tr("read");
    case MessageState::Failed:
        return words::tr("not sent, tap to retry");
    case MessageState::Unsure:
        return words::tr("may not have arrived");
    }
    Q_UNREACHABLE();
}

QString attachmentWord(const Attachment& attachment) {
    switch (attachment.type) {
    case AttachmentType::Image:
        return words::tr("Photo");
    case AttachmentType::Video:
        return words::tr("Video");
    case AttachmentType::Audio:
        return attachment.voice ? words::tr("Voice note") : words::tr("Audio");
    case AttachmentType::File:
        return words::tr("File");
    case AttachmentType::Sticker:
        return words::tr("Sticker");
    case AttachmentType::Animation:
        return words::tr("Animation");
    case AttachmentType::Location:
        return words::tr("Location");
    case AttachmentType::Contact:
        return words::tr("Contact");
    case AttachmentType::Link:
        return words::tr("Link");
    case AttachmentType::Story:
        return words::tr("Story");
    case AttachmentType::Template:
        return words::tr("Template");
    case AttachmentType::Unsupported:
        return words::tr("Cannot be shown here. Look on the phone");
    }
    Q_UNREACHABLE();
}

QString platformName(Platform platform) {
    switch (platform) {
    case Platform::WhatsApp:
        return u"WhatsApp"_s;
    case Platform::Messenger:
        return u"Messenger"_s;
    case Platform::Instagram:
        return u"Instagram"_s;
    case Platform::Facebook:
        return words::tr("Comments");
    case Platform::Telegram:
        return u"Telegram"_s;
    case Platform::Signal:
        return u"Signal"_s;
    case Platform::Email:
        return words::tr("E-mail");
    case Platform::Sms:
        return u"SMS"_s;
    case Platform::Web:
        return words::tr("Own page");
    case Platform::Phone:
        return words::tr("Phone");
    case Platform::Counter:
        return words::tr("Counter");
    }
    Q_UNREACHABLE();
}

QString familyName(OwnerFamily family) {
    switch (family) {
    case OwnerFamily::Meta:
        return u"Meta"_s;
    case OwnerFamily::Telegram:
        return u"Telegram"_s;
    case OwnerFamily::Signal:
        return u"Signal"_s;
    case OwnerFamily::Own:
        return words::tr("The shop itself");
    case OwnerFamily::Sms:
        return u"SMS"_s;
    case OwnerFamily::Email:
        return words::tr("E-mail");
    }
    Q_UNREACHABLE();
}

QString lampWord(Lamp lamp) {
    switch (lamp) {
    case Lamp::Healthy:
        return words::tr("works");
    case Lamp::Doubtful:
        return words::tr("doubtful");
    case Lamp::Down:
        return words::tr("down");
    case Lamp::NotConnected:
        return words::tr("not connected");
    }
    Q_UNREACHABLE();
}

QString lampSentence(const ChannelLight& light) {
    const QString name = light.name.isEmpty() ? platformName(light.platform) : light.name;
    switch (light.lamp) {
    case Lamp::Healthy:
        return words::tr("%1 works.").arg(name);
    case Lamp::NotConnected:
        return joined(words::tr("%1 is not connected.").arg(name), reasonWords(light, name));
    case Lamp::Doubtful:
        // Without a failure it works, and will need a person soon.
        return joined(light.failure ? words::tr("%1 does not answer well.").arg(name)
                                    : words::tr("%1 works.").arg(name),
                      reasonWords(light, name));
    case Lamp::Down:
        return joined(words::tr("%1 is down.").arg(name), reasonWords(light, name));
    }
    Q_UNREACHABLE();
}

QString failureWord(FailureClass failure) {
    switch (failure) {
    case FailureClass::Dns:
        return words::tr("Its server cannot be found.");
    case FailureClass::Refused:
        return words::tr("Its server refuses the connection.");
    case FailureClass::Timeout:
        return words::tr("Its server does not answer in time.");
    case FailureClass::Tls:
        return words::tr("The connection is not secure, so it was not used.");
    case FailureClass::Http5xx:
        return words::tr("Its server has a fault.");
    case FailureClass::Throttled:
        return words::tr("It asks us to slow down.");
    case FailureClass::Auth:
        return words::tr("It wants a new key. The owner renews it in Settings.");
    case FailureClass::Protocol:
        return words::tr("Its server answers nonsense.");
    case FailureClass::Silent:
        return words::tr("It is connected but silent.");
    }
    Q_UNREACHABLE();
}

} // namespace comanda::text

#include "app/text/words.h"

#include <QCoreApplication>

namespace comanda::text {
namespace {

using namespace Qt::StringLiterals;

QString tr(const char* source) {
    return QCoreApplication::translate("words", source);
}

} // namespace

QString stateWord(OrderState state) {
    switch (state) {
    case OrderState::Draft:
        return tr("Draft");
    case OrderState::New:
        return tr("To accept");
    case OrderState::Accepted:
        return tr("Accepted");
    case OrderState::Preparing:
        return tr("Cooking");
    case OrderState::Ready:
        return tr("Ready");
    case OrderState::OutForDelivery:
        return tr("On its way");
    case OrderState::Completed:
        return tr("Handed over");
    case OrderState::Rejected:
        return tr("Rejected");
    case OrderState::Cancelled:
        return tr("Cancelled");
    case OrderState::Failed:
        return tr("Not delivered");
    case OrderState::Discarded:
        return tr("Discarded");
    }
    Q_UNREACHABLE();
}

QString stepWord(OrderState next) {
    switch (next) {
    case OrderState::New:
        return tr("To the queue");
    case OrderState::Accepted:
        return tr("Accept");
    case OrderState::Preparing:
        return tr("To kitchen");
    case OrderState::Ready:
        return tr("It is ready");
    case OrderState::OutForDelivery:
        return tr("Send out");
    case OrderState::Completed:
        return tr("Hand over");
    case OrderState::Rejected:
        return tr("Reject");
    case OrderState::Cancelled:
        return tr("Cancel order");
    case OrderState::Failed:
        return tr("Not delivered");
    case OrderState::Draft:
    case OrderState::Discarded:
        return tr("Discard");
    }
    Q_UNREACHABLE();
}

QString stateWord(PaymentState state) {
    switch (state) {
    case PaymentState::Unpaid:
        return tr("To collect");
    case PaymentState::Claimed:
        return tr("Says paid");
    case PaymentState::Paid:
        return tr("Paid");
    case PaymentState::Refunded:
        return tr("Refunded");
    }
    Q_UNREACHABLE();
}

QString stateWord(NoticeState state) {
    switch (state) {
    case NoticeState::NotTold:
        return tr("Customer not told yet");
    case NoticeState::Sent:
        return tr("Customer told");
    case NoticeState::Delivered:
        return tr("Customer has it");
    case NoticeState::Failed:
        return tr("Customer could not be told");
    }
    Q_UNREACHABLE();
}

QString fulfilmentWord(Fulfilment fulfilment) {
    switch (fulfilment) {
    case Fulfilment::Unknown:
        return tr("How? Ask");
    case Fulfilment::Delivery:
        return tr("Delivery");
    case Fulfilment::Pickup:
        return tr("Pick-up");
    case Fulfilment::DineIn:
        return tr("Table");
    }
    Q_UNREACHABLE();
}

QString flagWord(OrderFlag flag) {
    switch (flag) {
    case OrderFlag::ChangeAsked:
        return tr("CHANGE ASKED");
    case OrderFlag::CancelAsked:
        return tr("CANCEL ASKED");
    case OrderFlag::LateArrival:
        return tr("ARRIVED LATE");
    case OrderFlag::Allergy:
        return tr("ALLERGY");
    case OrderFlag::ChannelDown:
        return tr("CHANNEL DOWN");
    case OrderFlag::PossibleDuplicate:
        return tr("SENT TWICE?");
    }
    Q_UNREACHABLE();
}

QString paymentWord(const QString& method) {
    if (method == "cash"_L1) {
        return tr("cash");
    }
    if (method == "card"_L1) {
        return tr("card");
    }
    if (method == "transfer"_L1) {
        return tr("transfer");
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
        return why.isEmpty() ? tr("waiting")
                             : tr("waiting: %1")
                                   .arg(describe(why, {{u"platform"_s, platformName(platform)}}));
    case MessageState::Sending:
        return tr("sending");
    case MessageState::Sent:
        return tr("sent");
    case MessageState::Delivered:
        return tr("delivered");
    case MessageState::Read:
        return tr("read");
    case MessageState::Failed:
        return tr("not sent, tap to retry");
    case MessageState::Unsure:
        return tr("may not have arrived");
    }
    Q_UNREACHABLE();
}

QString attachmentWord(const Attachment& attachment) {
    switch (attachment.type) {
    case AttachmentType::Image:
        return tr("Photo");
    case AttachmentType::Video:
        return tr("Video");
    case AttachmentType::Audio:
        return attachment.voice ? tr("Voice note") : tr("Audio");
    case AttachmentType::File:
        return tr("File");
    case AttachmentType::Sticker:
        return tr("Sticker");
    case AttachmentType::Animation:
        return tr("Animation");
    case AttachmentType::Location:
        return tr("Location");
    case AttachmentType::Contact:
        return tr("Contact");
    case AttachmentType::Link:
        return tr("Link");
    case AttachmentType::Story:
        return tr("Story");
    case AttachmentType::Template:
        return tr("Template");
    case AttachmentType::Unsupported:
        return tr("Cannot be shown here. Look on the phone");
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
        return tr("Comments");
    case Platform::Telegram:
        return u"Telegram"_s;
    case Platform::Signal:
        return u"Signal"_s;
    case Platform::Email:
        return tr("E-mail");
    case Platform::Sms:
        return u"SMS"_s;
    case Platform::Web:
        return tr("Own page");
    case Platform::Phone:
        return tr("Phone");
    case Platform::Counter:
        return tr("Counter");
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
        return tr("The shop itself");
    case OwnerFamily::Sms:
        return u"SMS"_s;
    case OwnerFamily::Email:
        return tr("E-mail");
    }
    Q_UNREACHABLE();
}

QString lampWord(Lamp lamp) {
    switch (lamp) {
    case Lamp::Healthy:
        return tr("works");
    case Lamp::Doubtful:
        return tr("doubtful");
    case Lamp::Down:
        return tr("down");
    case Lamp::NotConnected:
        return tr("not connected");
    }
    Q_UNREACHABLE();
}

QString lampSentence(const ChannelLight& light) {
    const QString name = light.name.isEmpty() ? platformName(light.platform) : light.name;
    switch (light.lamp) {
    case Lamp::Healthy:
        return tr("%1 works.").arg(name);
    case Lamp::NotConnected:
        return tr("%1 is not connected.").arg(name);
    case Lamp::Doubtful:
    case Lamp::Down: {
        const QString head = light.lamp == Lamp::Down ? tr("%1 is down.").arg(name)
                                                      : tr("%1 does not answer well.").arg(name);
        const QString why =
            light.reason.isEmpty() ? QString() : describe(light.reason, {{u"platform"_s, name}});
        const QString cause = why.isEmpty() && light.failure ? failureWord(*light.failure) : why;
        return cause.isEmpty() ? head : head + u' ' + cause;
    }
    }
    Q_UNREACHABLE();
}

QString failureWord(FailureClass failure) {
    switch (failure) {
    case FailureClass::Dns:
        return tr("Its server cannot be found.");
    case FailureClass::Refused:
        return tr("Its server refuses the connection.");
    case FailureClass::Timeout:
        return tr("Its server does not answer in time.");
    case FailureClass::Tls:
        return tr("The connection is not secure, so it was not used.");
    case FailureClass::Http5xx:
        return tr("Its server has a fault.");
    case FailureClass::Throttled:
        return tr("It asks us to slow down.");
    case FailureClass::Auth:
        return tr("It wants a new key. The owner renews it in Settings.");
    case FailureClass::Protocol:
        return tr("Its server answers nonsense.");
    case FailureClass::Silent:
        return tr("It is connected but silent.");
    }
    Q_UNREACHABLE();
}

} // namespace comanda::text

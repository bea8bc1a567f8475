// The part of SignalSimulator that is the customers' phones: what reaches them, what they take
// back, and how the daemon falls ill.
#include "app/practice/signal_sim.h"

#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>

#include <algorithm>

namespace comanda::practice {
namespace {

using namespace Qt::StringLiterals;

constexpr int kReadAfter = 5; // times as long as it takes to arrive

// "data:image/png;filename=a.png;base64,…" or a path of this machine.
QByteArray contentOf(const QString& attachment) {
    if (attachment.startsWith("data:"_L1)) {
        return QByteArray::fromBase64(attachment.section(u',', 1).toLatin1());
    }
    QFile file(attachment);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString firstAttachment(const QJsonObject& params) {
    for (const auto& key : {u"attachment"_s, u"attachments"_s}) {
        const QJsonValue value = params.value(key);
        const QJsonValue first = value.isArray() ? value.toArray().at(0) : value;
        if (first.isString()) {
            return first.toString();
        }
    }
    return {};
}

} // namespace

// Sent.

void SignalSimulator::announceSent() {
    for (; announced_ < daemon_.sent.size(); ++announced_) {
        const SignalSent one = daemon_.sent[announced_];
        for (const SignalCustomer& customer : std::as_const(known_)) {
            const bool meant =
                one.recipients.contains(customer.uuid)
                || (!customer.number.isEmpty() && one.recipients.contains(customer.number));
            if (meant) {
                announce(one, customer);
            }
        }
    }
}

void SignalSimulator::announce(const SignalSent& one, const SignalCustomer& to) {
    std::vector<Received>& inbox = inboxes_[to.uuid];
    const auto target = [&](const QString& key) {
        const QString id = QString::number(one.params.value(key).toVariant().toLongLong());
        const auto found = std::find_if(inbox.begin(), inbox.end(),
                                        [&](const Received& message) { return message.id == id; });
        return found == inbox.end() ? nullptr : &*found;
    };
    Received message;
    message.id = QString::number(one.timestamp);
    message.text = one.params.value(u"message"_s).toString();
    message.at = fromMillis(one.timestamp);
    message.raw = one.params;
    if (one.method == "remoteDelete"_L1) {
        if (Received* gone = target(u"targetTimestamp"_s)) {
            gone->deleted = true;
        }
        return;
    }
    if (one.method != "send"_L1) {
        return; // courtesies
    }
    if (Received* edited = target(u"editTimestamp"_s)) {
        edited->text = message.text;
        edited->edited = true;
        return;
    }
    const QString file = firstAttachment(one.params);
    message.kind = file.isEmpty() ? u"text"_s : u"attachment"_s;
    message.file = file.isEmpty() ? QByteArray() : contentOf(file);
    inbox.push_back(message);
    Q_EMIT received(to.uuid, message);
    if (options_.receiptsAfter.count() > 0) {
        QTimer::singleShot(options_.receiptsAfter, this,
                           [this, to, id = one.timestamp] { sendReceipt(to, id, false); });
        QTimer::singleShot(options_.receiptsAfter * kReadAfter, this,
                           [this, to, id = one.timestamp] { sendReceipt(to, id, true); });
    }
}

std::vector<Received> SignalSimulator::inbox(const QString& customer) const {
    return inboxes_.value(customer);
}

int SignalSimulator::timesReceived(const QString& text) const {
    qsizetype times = 0;
    for (const std::vector<Received>& inbox : inboxes_) {
        times += std::count_if(inbox.begin(), inbox.end(),
                               [&](const Received& message) { return message.text == text; });
    }
    return int(times);
}

// Written.

qint64 SignalSimulator::writeAt(const SignalCustomer& customer, const QString& text, Time date) {
    return sendAt(
        customer,
        {{u"dataMessage"_s,
          QJsonObject{{u"message"_s, text}, {u"expiresInSeconds"_s, 0}, {u"viewOnce"_s, false}}}},
        toMillis(date));
}

void SignalSimulator::edit(const SignalCustomer& customer, qint64 message, const QString& text) {
    const qint64 time = nextTime();
    const QJsonObject data{{u"timestamp"_s, time},
                           {u"message"_s, text},
                           {u"expiresInSeconds"_s, 0},
                           {u"viewOnce"_s, false}};
    sendAt(customer,
           {{u"editMessage"_s,
             QJsonObject{{u"targetSentTimestamp"_s, message}, {u"dataMessage"_s, data}}}},
           time);
}

void SignalSimulator::unsend(const SignalCustomer& customer, qint64 message) {
    sendOther(customer,
              {{u"dataMessage"_s,
                QJsonObject{{u"message"_s, QJsonValue::Null},
                            {u"expiresInSeconds"_s, 0},
                            {u"viewOnce"_s, false},
                            {u"remoteDelete"_s, QJsonObject{{u"timestamp"_s, message}}}}}});
}

// Troubles.

void SignalSimulator::setFault(Fault fault) {
    const Fault was = std::exchange(fault_, fault);
    if (fault == Fault::Refuse) {
        die();
    } else if (was == Fault::Refuse) {
        live();
    }
    setAnswers(fault == Fault::HangAfter ? SignalAnswers::Dropped : SignalAnswers::Prompt);
}

bool SignalSimulator::isStruck(QIODevice* client, const QByteArray& request, bool overHttp) {
    switch (fault_) {
    case Fault::HangAfterAccept:
    case Fault::TimeOut:
        return true;
    case Fault::ServerError:
        if (overHttp) {
            client->write(serialize(htmlError(500), true));
        } else {
            const QJsonObject error{{u"code"_s, -32603}, {u"message"_s, u"Internal error"_s}};
            const QJsonObject answer{{u"jsonrpc"_s, u"2.0"_s},
                                     {u"id"_s, QJsonDocument::fromJson(request)[u"id"]},
                                     {u"error"_s, error}};
            client->write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
        }
        return true;
    case Fault::Garbage:
    case Fault::GarbageBody:
        client->write(QByteArray("\x00\xff\x13not JSON\r\n\x80\x81\n", 16));
        return true;
    case Fault::Healthy:
    case Fault::Refuse:
    case Fault::HangAfter:
    case Fault::ResetAfter:
    case Fault::Slow:
    case Fault::Drip:
        return false;
    }
    return false;
}

void SignalSimulator::setSilent(bool on) {
    silent_ = on;
    greet();
}

void SignalSimulator::setReordering(bool on) {
    reordering_ = on;
    if (!on) {
        flushReordered();
    }
}

void SignalSimulator::flushReordered() {
    const std::vector<QJsonObject> news = std::exchange(reordered_, {});
    std::for_each(news.rbegin(), news.rend(), [this](const QJsonObject& params) { hand(params); });
}

void SignalSimulator::setLinked(bool on) {
    daemon_.accounts = on ? QStringList{options_.account} : QStringList();
}

} // namespace comanda::practice

#include "app/practice/signal_platform.h"

#include <QUuid>

namespace comanda::practice {

using namespace Qt::StringLiterals;

SignalPlatform::SignalPlatform(const PlatformOptions& options)
    : SimPlatform(Platform::Signal, options.clock) {
    qRegisterMetaType<Received>();
    SignalOptions signal;
    signal.clock = options.clock;
    signal.receiptsAfter = options.second * 3 / 10;
    number_ = signal.account;
    thread_.setObjectName(u"practice signal"_s);
    QObject starter; // so that the simulator is made where it lives
    starter.moveToThread(&thread_);
    thread_.start();
    QMetaObject::invokeMethod(
        &starter,
        [&] {
            simulator_ = new SignalSimulator(signal);
            address_ = simulator_->tcpAddress();
            attachments_ = simulator_->attachmentsDir();
            starter.moveToThread(thread());
        },
        Qt::BlockingQueuedConnection);
    connect(&thread_, &QThread::finished, simulator_, &QObject::deleteLater);
    connect(simulator_, &SignalSimulator::received, this, &SimPlatform::received);
}

SignalPlatform::~SignalPlatform() {
    thread_.quit();
    thread_.wait();
}

Access SignalPlatform::access() const {
    Access access;
    access.channel.platform = platform();
    access.channel.account = number_;
    access.channel.settings = {{u"transport"_s, u"tcp"_s},
                               {u"address"_s, address_},
                               {u"number"_s, number_},
                               {u"attachments_dir"_s, attachments_}};
    return access;
}

bool SignalPlatform::isDrained() const {
    return call([](SignalSimulator& simulator) { return simulator.waiting() == 0; });
}

QString SignalPlatform::addCustomer(const Person& person) {
    SignalCustomer customer;
    customer.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    customer.name = person.name();
    if (!person.hidesNumber) {
        customer.number = u"+5731%1"_s.arg(qint64(10'000'000) + 54'321 * customers_.size());
    }
    customers_.insert(customer.uuid, customer);
    return customer.uuid;
}

QString SignalPlatform::writeText(const QString& customer, const QString& text) {
    const SignalCustomer who = customers_.value(customer);
    return QString::number(
        call([&](SignalSimulator& signal) { return signal.writeText(who, text); }));
}

QString SignalPlatform::writeAt(const QString& customer, const QString& text, Time date) {
    const SignalCustomer who = customers_.value(customer);
    return QString::number(
        call([&](SignalSimulator& signal) { return signal.writeAt(who, text, date); }));
}

QString SignalPlatform::sendPicture(const QString& customer, const QByteArray& png,
                                    const QString& caption) {
    const SignalCustomer who = customers_.value(customer);
    const QString id = u"practice%1.png"_s.arg(++files_);
    return QString::number(call([&](SignalSimulator& signal) {
        return signal.sendFile(who, id, png, u"image/png"_s, caption);
    }));
}

bool SignalPlatform::edit(const QString& customer, const QString& message, const QString& text) {
    const SignalCustomer who = customers_.value(customer);
    call([&](SignalSimulator& signal) { signal.edit(who, message.toLongLong(), text); });
    return true;
}

bool SignalPlatform::unsend(const QString& customer, const QString& message) {
    const SignalCustomer who = customers_.value(customer);
    call([&](SignalSimulator& signal) { signal.unsend(who, message.toLongLong()); });
    return true;
}

std::vector<Received> SignalPlatform::inbox(const QString& customer) const {
    return call([&](SignalSimulator& signal) { return signal.inbox(customer); });
}

int SignalPlatform::timesReceived(const QString& text) const {
    return call([&](SignalSimulator& signal) { return signal.timesReceived(text); });
}

void SignalPlatform::setFault(const FaultPlan& plan) {
    call([&](SignalSimulator& signal) { signal.setFault(plan.fault); });
}

void SignalPlatform::setSilent(bool on) {
    call([&](SignalSimulator& signal) { signal.setSilent(on); });
}

void SignalPlatform::setDuplicating(bool on) {
    call([&](SignalSimulator& signal) { signal.setDuplicating(on); });
}

void SignalPlatform::setReordering(bool on) {
    call([&](SignalSimulator& signal) { signal.setReordering(on); });
}

void SignalPlatform::setRevoked(bool on) {
    call([&](SignalSimulator& signal) { signal.setLinked(!on); });
}

} // namespace comanda::practice

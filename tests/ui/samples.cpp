#include "tests/ui/samples.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace comanda::test {

namespace {

OrderLine dish(int quantity, const QString& name, std::int64_t pesos, QStringList modifiers = {}) {
    OrderLine line;
    line.quantity = quantity;
    line.name = name;
    line.unitPrice = Money{pesos * 100, Currency{u"COP"_s, 2}};
    line.modifiers = std::move(modifiers);
    return line;
}

struct Sample {
    int number;
    QString name;
    OrderState state;
    Platform platform;
    Fulfilment kind;
    int ageSeconds;      // since it was made
    int promisedMinutes; // from now; 0: none
    QString address, method;
    PaymentState payment;
    std::vector<OrderLine> lines;
};

Order made(const Sample& sample, Time now) {
    Order order;
    order.id = OrderId(sample.number);
    order.version = 1;
    order.number = sample.number;
    order.state = sample.state;
    order.platform = sample.platform;
    order.payment = sample.payment;
    order.currency = Currency{u"COP"_s, 2};
    order.lines = sample.lines;
    order.details.customerName = sample.name;
    order.details.fulfilment = sample.kind;
    order.details.address = sample.address;
    order.details.paymentMethod = sample.method;
    order.createdAt = now - std::chrono::seconds(sample.ageSeconds);
    order.stateSince = order.createdAt;
    if (sample.state != OrderState::New) {
        order.acceptedAt = order.createdAt;
    }
    if (sample.promisedMinutes != 0) {
        const Time when = now + std::chrono::minutes(sample.promisedMinutes);
        (sample.state == OrderState::New ? order.details.wantedAt : order.promisedAt) = when;
    }
    return order;
}

} // namespace

Time evening() {
    return *fromIso(u"2026-03-14T00:42:00Z");
}

Shop sampleShop() {
    Shop shop;
    shop.name = u"El Camioncito"_s;
    shop.currency = Currency{u"COP"_s, 2};
    shop.shownDecimals = 0;
    shop.promise = std::chrono::minutes(18);
    return shop;
}

std::vector<Order> sampleOrders(Time now) {
    using S = OrderState;
    using P = Platform;
    using F = Fulfilment;
    constexpr auto unpaid = PaymentState::Unpaid;
    constexpr auto paid = PaymentState::Paid;
    const std::vector<Sample> samples{
        {214,
         u"Ana Robles"_s,
         S::New,
         P::WhatsApp,
         F::Pickup,
         42,
         18,
         {},
         u"nequi"_s,
         unpaid,
         {dish(2, u"Taco al pastor"_s, 5000, {u"SIN cebolla"_s}),
          dish(1, u"Hamburguesa doble"_s, 24000, {u"MÁS queso"_s}),
          dish(1, u"Coca-Cola 1,5 L"_s, 9000)}},
        {215,
         u"Jorge Peña"_s,
         S::New,
         P::Telegram,
         F::Delivery,
         18,
         0,
         u"Cra 15 #20-31, apto 402"_s,
         u"cash"_s,
         unpaid,
         {dish(1, u"Milanesa napolitana"_s, 28000), dish(2, u"Empanada de carne"_s, 3000)}},
        {216,
         u"Mesa 4"_s,
         S::New,
         P::Counter,
         F::DineIn,
         95,
         0,
         {},
         {},
         unpaid,
         {dish(3, u"Limonada de coco"_s, 8000),
          dish(1, u"Bandeja paisa con chicharrón, plátano maduro y aguacate extra grande"_s,
               32000)}},
        {211,
         u"Familia Ortiz"_s,
         S::Accepted,
         P::Web,
         F::Delivery,
         600,
         28,
         u"Calle 53 #9-18, casa"_s,
         u"card"_s,
         paid,
         {dish(4, u"Hamburguesa sencilla"_s, 18000, {u"1 SIN tomate"_s}),
          dish(2, u"Papas grandes"_s, 5000)}},
        {212,
         u"Camila"_s,
         S::Accepted,
         P::Instagram,
         F::Pickup,
         300,
         23,
         {},
         {},
         unpaid,
         {dish(2, u"Arepa con queso"_s, 6000), dish(1, u"Jugo de mango"_s, 7000)}},
        {205,
         u"Don Hernán"_s,
         S::Preparing,
         P::Phone,
         F::Pickup,
         1500,
         -4,
         {},
         u"cash"_s,
         unpaid,
         {dish(6, u"Empanada de queso"_s, 3000), dish(6, u"Empanada de carne"_s, 3000)}},
        {207,
         u"Valentina R."_s,
         S::Preparing,
         P::Messenger,
         F::Delivery,
         1800,
         6,
         u"Av. 19 #104-52, torre 2"_s,
         {},
         paid,
         {dish(2, u"Perro caliente"_s, 11000, {u"SIN piña"_s}),
          dish(1, u"Papas medianas"_s, 9000)}},
        {209,
         u"Mesa 7"_s,
         S::Preparing,
         P::Counter,
         F::DineIn,
         240,
         0,
         {},
         {},
         unpaid,
         {dish(2, u"Milanesa napolitana"_s, 28000)}},
        {203,
         u"Sofía M."_s,
         S::Ready,
         P::Signal,
         F::Pickup,
         180,
         0,
         {},
         {},
         paid,
         {dish(1, u"Hamburguesa de pollo"_s, 17000, {u"SIN mayonesa"_s}),
          dish(1, u"Papas medianas"_s, 8000)}},
        {204,
         u"Andrés"_s,
         S::OutForDelivery,
         P::WhatsApp,
         F::Delivery,
         60,
         0,
         u"Cra 7 #45-10"_s,
         u"cash"_s,
         unpaid,
         {dish(3, u"Taco de bistec"_s, 5500), dish(1, u"Coca-Cola 1,5 L"_s, 9000)}},
        {206,
         u"Mesa 2"_s,
         S::Ready,
         P::Counter,
         F::DineIn,
         30,
         0,
         {},
         {},
         unpaid,
         {dish(2, u"Hamburguesa sencilla"_s, 16000)}},
    };
    std::vector<Order> orders;
    for (const Sample& sample : samples) {
        orders.push_back(made(sample, now));
    }
    orders[0].flags = {OrderFlag::Allergy};
    orders[0].allergy = u"maní"_s;
    orders[1].details.note = u"el timbre no sirve, llamen 🙏"_s;
    orders[6].flags = {OrderFlag::ChangeAsked};
    orders[4].flags = {OrderFlag::LateArrival};
    orders[4].lines[1].unitPrice.reset();
    return orders;
}

Order manyTimes(const Order& order, int nth) {
    Order copy = order;
    copy.id = OrderId(1000 + nth);
    copy.number = 300 + nth;
    return copy;
}

std::vector<ChannelLight> sampleLights(bool outage, Time now) {
    std::vector<ChannelLight> lights;
    int id = 1;
    const Platform all[] = {Platform::WhatsApp,  Platform::Facebook, Platform::Messenger,
                            Platform::Instagram, Platform::Telegram, Platform::Signal,
                            Platform::Web,       Platform::Phone};
    for (const Platform platform : all) {
        ChannelLight light;
        light.channel = ChannelId(id++);
        light.platform = platform;
        light.name = toWord(platform);
        light.name[0] = light.name.at(0).toUpper();
        light.lamp = Lamp::Healthy;
        light.lastMessage = now - std::chrono::minutes(id);
        light.lastSuccess = now - std::chrono::seconds(20);
        light.since = now - std::chrono::hours(5);
        if (outage && familyOf(platform) == OwnerFamily::Meta) {
            light.lamp = Lamp::Down;
            light.failure = FailureClass::Dns;
            light.since = now - std::chrono::minutes(12);
            light.waiting = 2;
        }
        if (outage && platform == Platform::Signal) {
            light.lamp = Lamp::Doubtful;
            light.failure = FailureClass::Silent;
        }
        lights.push_back(light);
    }
    return lights;
}

void keepPicture(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("COMANDA_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        widget.grab().save(folder + u'/' + name + u".png"_s);
    }
}

} // namespace comanda::test

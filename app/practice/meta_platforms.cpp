#include "app/practice/meta_platforms.h"

#include "app/practice/whatsapp_templates.h"

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

// In a practice that lasts minutes an outage heals within seconds, not hours.
WebhookOptions hooksOf(const PlatformOptions& options) {
    WebhookOptions hooks;
    hooks.firstRetry = options.second;
    hooks.longestRetry = 15 * options.second;
    return hooks;
}

template <typename Options>
Options begun(const PlatformOptions& options) {
    Options made;
    made.clock = options.clock;
    made.appSecret = options.appSecret;
    made.verifyToken = options.verifyToken;
    made.hooks = hooksOf(options);
    made.seed = options.seed;
    return made;
}

WhatsAppOptions whatsappOptions(const PlatformOptions& options) {
    auto whatsapp = begun<WhatsAppOptions>(options);
    whatsapp.second = options.second;
    whatsapp.displayNumber = u"573001112233"_s;
    whatsapp.templates = practiceTemplates();
    whatsapp.verifiedName = options.shopName;
    for (const Dish& dish : practiceMenu()) {
        whatsapp.products.push_back(
            {dish.sku, dish.name(Tongue::Spanish), QString::number(dish.pesos), u"COP"_s});
    }
    return whatsapp;
}

MessagingOptions messagingOptions(Platform platform, const PlatformOptions& options) {
    auto messaging = begun<MessagingOptions>(options);
    messaging.kind =
        platform == Platform::Messenger ? MessagingKind::Messenger : MessagingKind::InstagramByPage;
    messaging.second = options.second;
    messaging.name = options.shopName;
    return messaging;
}

PageOptions pageOptions(const PlatformOptions& options) {
    auto page = begun<PageOptions>(options);
    page.name = options.shopName;
    return page;
}

template <typename Simulator>
Access accessTo(Platform platform, const Simulator& simulator, const QString& account) {
    const auto& options = simulator.options();
    Access access;
    access.channel.platform = platform;
    access.channel.account = account;
    access.channel.settings = {{u"api_base_url"_s, simulator.baseUrl().toString()}};
    access.secrets = {{u"access_token"_s, Secret(options.accessToken)},
                      {u"app_secret"_s, Secret(options.appSecret)},
                      {u"verify_token"_s, Secret(options.verifyToken)}};
    return access;
}

} // namespace

// WhatsApp.

WhatsAppPlatform::WhatsAppPlatform(const PlatformOptions& options)
    : HttpPlatform(Platform::WhatsApp, whatsappOptions(options)) {
    connect(&simulator_, &WhatsAppSimulator::received, this, &SimPlatform::received);
}

Access WhatsAppPlatform::access() const {
    const WhatsAppOptions& options = simulator_.options();
    Access access = accessTo(platform(), simulator_, options.phoneNumberId);
    access.channel.settings.insert(u"phone_number_id"_s, options.phoneNumberId);
    access.channel.settings.insert(u"waba_id"_s, options.businessAccount);
    access.channel.settings.insert(u"catalog_id"_s, options.catalogue);
    return access;
}

QString WhatsAppPlatform::addCustomer(const Person& person) {
    WhatsAppCustomer customer;
    customer.name = person.name();
    customer.userName = person.userName;
    if (person.hidesNumber) {
        customer.number = WhatsAppCustomer::Number::Absent;
    } else {
        customer.waId = QString::number(lastNumber_ += 7'654'321);
    }
    return simulator_.addCustomer(customer);
}

QString WhatsAppPlatform::writeText(const QString& customer, const QString& text) {
    return simulator_.writeText(customer, text);
}

QString WhatsAppPlatform::writeAt(const QString& customer, const QString& text, Time date) {
    return simulator_.writeAt(customer, text, date);
}

QString WhatsAppPlatform::sendPicture(const QString& customer, const QByteArray& png,
                                      const QString& caption) {
    return simulator_.sendImage(customer, {png, u"image/png"_s, {}, caption});
}

QString WhatsAppPlatform::sendPlace(const QString& customer, double latitude, double longitude) {
    return simulator_.sendLocation(customer, latitude, longitude);
}

bool WhatsAppPlatform::sendCart(const QString& customer, const Basket& basket,
                                const QString& note) {
    std::vector<CartLine> lines;
    lines.reserve(basket.size());
    for (const auto& [dish, quantity] : basket) {
        lines.push_back({dish.sku, quantity, {}, {}});
    }
    simulator_.sendCart(customer, lines, note);
    return true;
}

bool WhatsAppPlatform::edit(const QString& customer, const QString& message, const QString& text) {
    simulator_.edit(customer, message, text);
    return true;
}

bool WhatsAppPlatform::unsend(const QString& customer, const QString& message) {
    simulator_.revoke(customer, message);
    return true;
}

void WhatsAppPlatform::flood(const QString& customer, int count, std::chrono::seconds age) {
    simulator_.flood(customer, count, age);
}

std::vector<Received> WhatsAppPlatform::inbox(const QString& customer) const {
    return simulator_.inbox(customer);
}

// Messenger and Instagram.

MessagingPlatform::MessagingPlatform(Platform platform, const PlatformOptions& options)
    : HttpPlatform(platform, messagingOptions(platform, options)) {
    connect(&simulator_, &MessagingSimulator::received, this, &SimPlatform::received);
}

Access MessagingPlatform::access() const {
    const MessagingOptions& options = simulator_.options();
    Access access = accessTo(platform(), simulator_, options.account());
    access.channel.settings.insert(u"page_id"_s, options.page);
    if (platform() == Platform::Instagram) {
        access.channel.settings.insert(u"instagram_id"_s, options.instagram);
        access.channel.settings.insert(u"login"_s, u"facebook"_s);
    }
    return access;
}

QString MessagingPlatform::addCustomer(const Person& person) {
    MessagingCustomer customer;
    customer.name = person.name();
    customer.userName = person.userName.isEmpty()
                            ? (person.firstName + u'.' + person.lastName).toLower()
                            : person.userName;
    return simulator_.addCustomer(customer);
}

QString MessagingPlatform::writeText(const QString& customer, const QString& text) {
    return simulator_.writeText(customer, text);
}

QString MessagingPlatform::writeAt(const QString& customer, const QString& text, Time date) {
    return simulator_.writeAt(customer, text, date);
}

QString MessagingPlatform::sendPicture(const QString& customer, const QByteArray& png,
                                       const QString& caption) {
    QString id = simulator_.sendFile(customer, u"image"_s, {png, u"image/png"_s, {}});
    if (!caption.isEmpty()) { // a message of its own, as these platforms have it
        simulator_.writeText(customer, caption);
    }
    return id;
}

bool MessagingPlatform::sendCart(const QString& customer, const Basket& basket,
                                 const QString& note) {
    if (platform() != Platform::Messenger) {
        return false;
    }
    QJsonArray products;
    for (const auto& [dish, quantity] : basket) {
        products.append(QJsonObject{{u"id"_s, dish.sku},
                                    {u"retailer_id"_s, dish.sku},
                                    {u"name"_s, dish.name(Tongue::Spanish)},
                                    {u"unit_price"_s, dish.pesos},
                                    {u"currency"_s, u"COP"_s},
                                    {u"quantity"_s, quantity}});
    }
    simulator_.sendCart(customer, products, note);
    return true;
}

// Every other one answers a story of ours, the others mention us in theirs.
QString MessagingPlatform::callAttention(const QString& customer, const QString& text) {
    if (platform() != Platform::Instagram) {
        return {};
    }
    const MessagingFile story{practicePicture(++stories_), u"image/png"_s, {}};
    return stories_ % 2 == 1 ? simulator_.answerStory(customer, story, text)
                             : simulator_.sendFile(customer, u"story_mention"_s, story);
}

bool MessagingPlatform::edit(const QString& customer, const QString& message, const QString& text) {
    simulator_.edit(customer, message, text);
    return true;
}

bool MessagingPlatform::unsend(const QString& customer, const QString& message) {
    simulator_.unsend(customer, message);
    return true;
}

void MessagingPlatform::flood(const QString& customer, int count, std::chrono::seconds age) {
    simulator_.beginBatch(); // one POST
    SimPlatform::flood(customer, count, age);
    simulator_.endBatch();
}

std::vector<Received> MessagingPlatform::inbox(const QString& customer) const {
    return simulator_.inbox(customer);
}

// The page.

PagePlatform::PagePlatform(const PlatformOptions& options)
    : HttpPlatform(Platform::Facebook, pageOptions(options)) {
    connect(&simulator_, &PageSimulator::received, this, &SimPlatform::received);
    post_ = simulator_.publish(u"Hoy: bandeja paisa y jugo de lulo. Pidan en los comentarios 👇"_s);
}

Access PagePlatform::access() const {
    Access access = accessTo(platform(), simulator_, simulator_.options().page);
    access.channel.settings.insert(u"page_id"_s, simulator_.options().page);
    return access;
}

QString PagePlatform::addCustomer(const Person& person) {
    return simulator_.addPerson(person.name());
}

QString PagePlatform::writeText(const QString& customer, const QString& text) {
    const QString thread = threads_.value(customer);
    if (!thread.isEmpty()) {
        return simulator_.answer(customer, thread, text);
    }
    return *threads_.insert(customer, simulator_.comment(customer, post_, text));
}

QString PagePlatform::writeAt(const QString& customer, const QString& text, Time date) {
    return simulator_.comment(customer, post_, text, date);
}

QString PagePlatform::sendPicture(const QString& customer, const QByteArray& png,
                                  const QString& caption) {
    return simulator_.sendPicture(customer, post_, png, caption);
}

bool PagePlatform::edit(const QString&, const QString& message, const QString& text) {
    simulator_.edit(message, text);
    return true;
}

bool PagePlatform::unsend(const QString&, const QString& message) {
    simulator_.remove(message);
    return true;
}

std::vector<Received> PagePlatform::inbox(const QString& customer) const {
    return simulator_.inbox(customer);
}

} // namespace comanda::practice

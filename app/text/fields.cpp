// The words of the set-up pages, which are generated from the channel descriptors.
#include "app/text/words.h"

#include <QCoreApplication>

#include <array>

namespace comanda::text {
namespace {

using namespace Qt::StringLiterals;

struct FieldWords {
    const char* key; // of every platform, or of one: "messenger:access_token"
    const char* label;
    const char* help;
};

constexpr std::array kFields{
    FieldWords{"token", QT_TRANSLATE_NOOP("words", "Bot key"),
               QT_TRANSLATE_NOOP(
                   "words", "Write to @BotFather in Telegram, choose your bot or send /newbot, and "
                            "copy the long line with a colon in it.")},
    FieldWords{
        "api_base_url", QT_TRANSLATE_NOOP("words", "Server address"),
        QT_TRANSLATE_NOOP("words", "Leave it as it is, unless you run a server of your own.")},
    FieldWords{"phone_number_id", QT_TRANSLATE_NOOP("words", "Number id"),
               QT_TRANSLATE_NOOP(
                   "words",
                   "In Meta's developer page under WhatsApp, API Setup: \"Phone number ID\". "
                   "It is not the telephone number.")},
    FieldWords{"waba_id", QT_TRANSLATE_NOOP("words", "Account id"),
               QT_TRANSLATE_NOOP("words", "On the same page: \"WhatsApp Business Account ID\".")},
    FieldWords{
        "catalog_id", QT_TRANSLATE_NOOP("words", "Catalogue id"),
        QT_TRANSLATE_NOOP("words",
                          "If customers order from a WhatsApp catalogue: its id, so that the queue "
                          "shows names instead of codes.")},
    FieldWords{"access_token", QT_TRANSLATE_NOOP("words", "Access key"),
               QT_TRANSLATE_NOOP("words",
                                 "A system user's permanent key with the permissions "
                                 "whatsapp_business_messaging and whatsapp_business_management.")},
    FieldWords{"messenger:access_token", QT_TRANSLATE_NOOP("words", "Page key"),
               QT_TRANSLATE_NOOP("words",
                                 "The page's own lasting key with the permissions pages_messaging, "
                                 "pages_manage_metadata and pages_read_engagement.")},
    FieldWords{"instagram:access_token", QT_TRANSLATE_NOOP("words", "Access key"),
               QT_TRANSLATE_NOOP(
                   "words", "With the login \"facebook\" the page's key with "
                            "instagram_manage_messages; with \"instagram\" the account's own key, "
                            "which Comanda keeps renewed.")},
    FieldWords{"facebook:access_token", QT_TRANSLATE_NOOP("words", "Page key"),
               QT_TRANSLATE_NOOP(
                   "words", "The page's own lasting key with the permissions "
                            "pages_read_engagement, pages_read_user_content, "
                            "pages_manage_engagement, pages_manage_metadata and pages_messaging.")},
    FieldWords{"page_id", QT_TRANSLATE_NOOP("words", "Page id"),
               QT_TRANSLATE_NOOP("words",
                                 "The number of the Facebook page: on the page under About, Page "
                                 "transparency.")},
    FieldWords{"instagram:page_id", QT_TRANSLATE_NOOP("words", "Page id"),
               QT_TRANSLATE_NOOP("words",
                                 "With the login \"facebook\": the number of the page that "
                                 "the Instagram account is linked to.")},
    FieldWords{"instagram_id", QT_TRANSLATE_NOOP("words", "Account id"),
               QT_TRANSLATE_NOOP("words",
                                 "The number of the professional account, in Meta's developer page "
                                 "beside its name. It begins with 1784.")},
    FieldWords{"login", QT_TRANSLATE_NOOP("words", "Login"),
               QT_TRANSLATE_NOOP(
                   "words", "\"facebook\" if the account is linked to a page whose key you have, "
                            "\"instagram\" if its key was made by logging in to Instagram.")},
    FieldWords{"app_secret", QT_TRANSLATE_NOOP("words", "App secret"),
               QT_TRANSLATE_NOOP(
                   "words", "App settings, Basic. Only needed here when this machine receives the "
                            "messages itself; with a mailbox it stays in the mailbox.")},
    FieldWords{
        "verify_token", QT_TRANSLATE_NOOP("words", "Verification word"),
        QT_TRANSLATE_NOOP("words",
                          "Any long word of your own. Type the same one on Meta's webhook page.")},
    FieldWords{"graph_version", QT_TRANSLATE_NOOP("words", "Interface version"),
               QT_TRANSLATE_NOOP("words", "Leave it as it is.")},
    FieldWords{
        "signal:transport", QT_TRANSLATE_NOOP("words", "Way to signal-cli"),
        QT_TRANSLATE_NOOP(
            "words",
            "\"socket\", \"tcp\" or \"http\" for a signal-cli that runs already, best started "
            "with --receive-mode=on-connection; \"child\" lets Comanda start it.")},
    FieldWords{"signal:address", QT_TRANSLATE_NOOP("words", "Address or path"),
               QT_TRANSLATE_NOOP(
                   "words", "The path of the socket, machine:port, the web address, or the path of "
                            "the program. Empty: where signal-cli is by itself.")},
    FieldWords{"signal:number", QT_TRANSLATE_NOOP("words", "Signal number"),
               QT_TRANSLATE_NOOP(
                   "words", "The number that signal-cli is linked to, with + and the country.")},
    FieldWords{"signal:attachments_dir", QT_TRANSLATE_NOOP("words", "Folder of attachments"),
               QT_TRANSLATE_NOOP("words",
                                 "Where signal-cli keeps the pictures of customers, if it is not "
                                 "its usual folder.")},
    FieldWords{
        "route", QT_TRANSLATE_NOOP("words", "Mailbox path"),
        QT_TRANSLATE_NOOP("words", "The random last part of the address that Meta was told.")},
};

const FieldWords* find(const QString& key) {
    for (const FieldWords& words : kFields) {
        if (key == QLatin1StringView(words.key)) {
            return &words;
        }
    }
    return nullptr;
}

const FieldWords* find(Platform platform, const QString& key) {
    const FieldWords* own = find(toWord(platform) + u':' + key);
    return own != nullptr ? own : find(key);
}

} // namespace

QString fieldLabel(Platform platform, const QString& key) {
    const FieldWords* words = find(platform, key);
    return words ? QCoreApplication::translate("words", words->label) : key;
}

QString fieldHelp(Platform platform, const QString& key) {
    const FieldWords* words = find(platform, key);
    return words ? QCoreApplication::translate("words", words->help) : QString();
}

QStringList defaultReplies(const QString& language) {
    if (language == "en"_L1) {
        return {u"On its way, thank you."_s, u"It will be ready at "_s,
                u"We are out of that today."_s, u"Pick-up or delivery?"_s};
    }
    if (language == "pt"_L1) {
        return {u"Está a caminho, obrigado."_s, u"Fica pronto às "_s, u"Hoje não temos mais."_s,
                u"Vem buscar ou entregamos?"_s};
    }
    return {u"Va en camino, gracias."_s, u"Estará listo a las "_s, u"Hoy no nos queda."_s,
            u"¿Lo recoge o se lo llevamos?"_s};
}

QMap<OrderState, QString> defaultNotices(const QString& language) {
    if (language == "en"_L1) {
        return {
            {OrderState::Accepted,
             u"Thank you, {name}! Your order {number} is accepted and will be ready in about {minutes} minutes."_s},
            {OrderState::Preparing, u"Your order {number} is in the kitchen."_s},
            {OrderState::Ready, u"Your order {number} is ready."_s},
            {OrderState::OutForDelivery, u"Your order {number} is on its way."_s},
            {OrderState::Completed, u"Thank you for ordering from {shop}. Enjoy!"_s},
            {OrderState::Rejected, u"We are sorry, we cannot take your order {number} now."_s},
            {OrderState::Cancelled, u"Your order {number} has been cancelled."_s}};
    }
    if (language == "pt"_L1) {
        return {
            {OrderState::Accepted,
             u"Obrigado, {name}! Seu pedido {number} foi aceito e fica pronto em cerca de {minutes} minutos."_s},
            {OrderState::Preparing, u"Seu pedido {number} está na cozinha."_s},
            {OrderState::Ready, u"Seu pedido {number} está pronto."_s},
            {OrderState::OutForDelivery, u"Seu pedido {number} saiu para entrega."_s},
            {OrderState::Completed, u"Obrigado por pedir em {shop}. Bom apetite!"_s},
            {OrderState::Rejected, u"Desculpe, agora não podemos aceitar seu pedido {number}."_s},
            {OrderState::Cancelled, u"Seu pedido {number} foi cancelado."_s}};
    }
    return {
        {OrderState::Accepted,
         u"¡Gracias, {name}! Su pedido {number} está aceptado y estará listo en unos {minutes} minutos."_s},
        {OrderState::Preparing, u"Su pedido {number} está en la cocina."_s},
        {OrderState::Ready, u"Su pedido {number} está listo."_s},
        {OrderState::OutForDelivery, u"Su pedido {number} va en camino."_s},
        {OrderState::Completed, u"Gracias por pedir en {shop}. ¡Buen provecho!"_s},
        {OrderState::Rejected, u"Lo sentimos, ahora no podemos tomar su pedido {number}."_s},
        {OrderState::Cancelled, u"Su pedido {number} fue cancelado."_s}};
}

} // namespace comanda::text

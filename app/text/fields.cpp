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
               QT_TRANSLATE_NOOP("words",
                                 "On the same page: \"WhatsApp Business Account ID\". Without it "
                                 "there are no approved texts to answer with after a day.")},
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
                   "words", "Through the page: the page's key with the permission "
                            "instagram_manage_messages. With its own login: the account's key, "
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
               QT_TRANSLATE_NOOP("words", "Only through the page: the number of the page that the "
                                          "Instagram account is linked to.")},
    FieldWords{"instagram_id", QT_TRANSLATE_NOOP("words", "Account id"),
               QT_TRANSLATE_NOOP("words",
                                 "The number of the professional account, in Meta's developer page "
                                 "beside its name. It begins with 1784.")},
    FieldWords{"login", QT_TRANSLATE_NOOP("words", "Login"),
               QT_TRANSLATE_NOOP(
                   "words", "Through the page if the account is linked to one whose key you have; "
                            "with its own login if its key was made by logging in to Instagram.")},
    FieldWords{"app_secret", QT_TRANSLATE_NOOP("words", "App secret"),
               QT_TRANSLATE_NOOP(
                   "words", "App settings, Basic. Only needed here when this machine receives the "
                            "messages itself; with a mailbox it stays in the mailbox.")},
    FieldWords{
        "verify_token", QT_TRANSLATE_NOOP("words", "Verification word"),
        QT_TRANSLATE_NOOP("words",
                          "Any long word of your own. Type the same one on Meta's webhook page.")},
    FieldWords{"human_agent", QT_TRANSLATE_NOOP("words", "Answers by hand for seven days"),
               QT_TRANSLATE_NOOP("words",
                                 "Only if Meta has granted your app the feature \"Human Agent\". "
                                 "Without it Meta refuses answers after a day.")},
    FieldWords{"app_id", QT_TRANSLATE_NOOP("words", "App id"),
               QT_TRANSLATE_NOOP(
                   "words",
                   "App settings, Basic: the number above the secret. With it Meta tells when "
                   "the access key ends.")},
    FieldWords{"graph_version", QT_TRANSLATE_NOOP("words", "Interface version"),
               QT_TRANSLATE_NOOP("words", "Leave it as it is.")},
    FieldWords{"signal:transport", QT_TRANSLATE_NOOP("words", "Way to signal-cli"),
               QT_TRANSLATE_NOOP("words",
                                 "How the signal-cli that runs already was started, best with "
                                 "--receive-mode=on-connection; or Comanda starts one itself.")},
    FieldWords{"signal:address", QT_TRANSLATE_NOOP("words", "Address or path"),
               QT_TRANSLATE_NOOP(
                   "words", "The path of the socket, machine:port, the web address, or the path of "
                            "the program. Empty: where signal-cli is by itself.")},
    FieldWords{"signal:number", QT_TRANSLATE_NOOP("words", "Signal number"),
               QT_TRANSLATE_NOOP("words",
                                 "The number that signal-cli is linked to, with + and the country. "
                                 "Linking with the phone fills it in.")},
    FieldWords{"signal:attachments_dir", QT_TRANSLATE_NOOP("words", "Folder of attachments"),
               QT_TRANSLATE_NOOP("words",
                                 "Where signal-cli keeps the pictures of customers, if it is not "
                                 "its usual folder.")},
    FieldWords{
        "route", QT_TRANSLATE_NOOP("words", "Mailbox path"),
        QT_TRANSLATE_NOOP("words", "The random last part of the address that Meta was told.")},
};

struct ChoiceWords {
    const char* key; // "platform:field:choice"
    const char* word;
};

constexpr std::array kChoices{
    ChoiceWords{"instagram:login:facebook",
                QT_TRANSLATE_NOOP("words", "Through the Facebook page")},
    ChoiceWords{"instagram:login:instagram", QT_TRANSLATE_NOOP("words", "With its own login")},
    ChoiceWords{"signal:transport:socket", QT_TRANSLATE_NOOP("words", "Runs: socket (--socket)")},
    ChoiceWords{"signal:transport:tcp", QT_TRANSLATE_NOOP("words", "Runs: network (--tcp)")},
    ChoiceWords{"signal:transport:http", QT_TRANSLATE_NOOP("words", "Runs: web (--http)")},
    ChoiceWords{"signal:transport:child", QT_TRANSLATE_NOOP("words", "Comanda starts it")},
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

QString choiceWord(Platform platform, const QString& key, const QString& choice) {
    const QString name = toWord(platform) + u':' + key + u':' + choice;
    for (const ChoiceWords& words : kChoices) {
        if (name == QLatin1StringView(words.key)) {
            return QCoreApplication::translate("words", words.word);
        }
    }
    return choice;
}

QStringList defaultReplies(const QString& language) {
    if (language == "en"_L1) {
        return {u"On its way, thank you."_s, u"It will be ready at "_s,
                u"We are out of that today."_s, u"Pick-up or delivery? [Pick-up] [Delivery]"_s};
    }
    if (language == "pt"_L1) {
        return {u"Está a caminho, obrigado."_s, u"Fica pronto às "_s, u"Hoje não temos mais."_s,
                u"Vem buscar ou entregamos? [Vou buscar] [Entrega]"_s};
    }
    return {u"Va en camino, gracias."_s, u"Estará listo a las "_s, u"Hoy no nos queda."_s,
            u"¿Lo recoge o se lo llevamos? [Lo recojo] [A domicilio]"_s};
}

QString historyWords(const QString& state) {
    const auto words = [](const char* text) { return QCoreApplication::translate("words", text); };
    bool isNumber = false;
    (void)state.toInt(&isNumber);
    if (isNumber) {
        return words(QT_TRANSLATE_NOOP("words", "Older chats are coming: %1 % are here."))
            .arg(state);
    }
    if (state == "asked"_L1) {
        return words(QT_TRANSLATE_NOOP("words", "Older chats were asked for."));
    }
    if (state == "done"_L1) {
        return words(QT_TRANSLATE_NOOP("words", "The older chats are here."));
    }
    if (state == "declined"_L1) {
        return describe(u"whatsapp.history_declined"_s);
    }
    if (state == "too_late"_L1) {
        return describe(u"whatsapp.history_late"_s);
    }
    return state == "used"_L1 ? describe(u"whatsapp.history_used"_s) : QString();
}

QString numberRequest(const QString& language) {
    if (language == "en"_L1) {
        return u"May we have your phone number, in case we have to call about your order?"_s;
    }
    if (language == "pt"_L1) {
        return u"Pode nos passar seu telefone, caso seja preciso ligar sobre o pedido?"_s;
    }
    return u"¿Nos comparte su teléfono, por si hay que llamarle por el pedido?"_s;
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

// A simulated WhatsApp Cloud API: Graph endpoints, a sender of signed webhooks, and customers.
// Every function may be called from any thread; the protocol runs in the simulator's own.
#pragma once

#include "app/practice/received.h"
#include "app/practice/sim_server.h"
#include "app/practice/webhook_sender.h"
#include "core/base/clock.h"

#include <QJsonArray>
#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace comanda::practice {

class WhatsAppCloud;

struct Product {
    QString sku; // retailer id
    QString name;
    QString price;    // decimal text in major units
    QString currency; // ISO 4217
};

struct CartLine {
    QString sku;
    int quantity = 1;
    QString price; // empty: the catalogue's
    QString currency;
};

struct WhatsAppOptions {
    const Clock* clock = nullptr; // nullptr: the system's; must outlive the simulator
    QByteArray accessToken;       // empty: random, as the two below
    QByteArray appSecret;
    QByteArray verifyToken;
    QString appId = QStringLiteral("900000000000001");
    QString businessAccount = QStringLiteral("102000000000001");
    QString phoneNumberId = QStringLiteral("106000000000001");
    QString displayNumber = QStringLiteral("15550001111");
    QString verifiedName = QStringLiteral("Fonda La Esquina");
    QString catalogue = QStringLiteral("194000000000001");
    std::vector<Product> products;
    QJsonArray templates;  // approved texts, as listed; see whatsapp_templates.h
    bool onBizApp = false; // the number lives in the phone's app too and brings old chats once
    bool historyDeclined = false;
    bool subscribed = true;      // the app to the account's webhooks
    qint64 tokenEnds = 0;        // Unix seconds; 0: never
    bool proofDemanded = false;  // calls without appsecret_proof fail
    bool windowAsStatus = false; // 131047 comes later as a failed status instead of at once
    bool statusFirst = false;    // the first status leaves before the send call is answered
    std::chrono::milliseconds second{1000}; // of limits and of the steps between statuses
    int perSecond = 80;
    WebhookOptions hooks;
    quint32 seed = 0; // 0: random
};

struct WhatsAppCustomer {
    QString waId;  // digits
    QString bsuid; // "CO.1349…"; empty: given by the simulator
    QString name;
    QString userName;
    // The number is withheld: `from` and `wa_id` are absent, or empty strings.
    enum class Number { Shown, Absent, Empty } number = Number::Shown;
    bool receipts = true; // sends "read"
};

struct WhatsAppFile {
    QByteArray bytes;
    QString mime;
    QString name; // of documents
    QString caption;
};

// Customers are named by their wa_id or BSUID. Returned ids are wamids.
class WhatsAppSimulator final : public QObject {
    Q_OBJECT
public:
    explicit WhatsAppSimulator(const WhatsAppOptions& options = {}, QObject* parent = nullptr);
    ~WhatsAppSimulator() override;

    // What to configure.
    [[nodiscard]] QUrl baseUrl() const;                                       // without a version
    [[nodiscard]] const WhatsAppOptions& options() const { return options_; } // tokens filled in
    [[nodiscard]] SimServer& server() { return *server_; }

    // Where webhooks go. Setting it does not shake hands; posts wait until there is one.
    void setHook(const QUrl& url);
    // Asks the hook to prove that it knows `token`; true if it gave the challenge back.
    [[nodiscard]] bool handshake(const QByteArray& token, std::chrono::milliseconds limit);

    // Customers.
    QString addCustomer(const WhatsAppCustomer& customer); // its name for the calls below
    QString writeText(const QString& customer, const QString& text, const QString& quoted = {});
    QString writeAt(const QString& customer, const QString& text, Time date);
    QString askAbout(const QString& customer, const QString& text, const QString& sku);
    QString sendCart(const QString& customer, const std::vector<CartLine>& lines,
                     const QString& note = {});
    QString sendImage(const QString& customer, const WhatsAppFile& file);
    QString sendDocument(const QString& customer, const WhatsAppFile& file);
    QString sendVoice(const QString& customer, const WhatsAppFile& file);
    QString sendLocation(const QString& customer, double latitude, double longitude,
                         const QString& name = {}, const QString& address = {});
    QString sendContact(const QString& customer, const QString& name, const QString& phone);
    QString press(const QString& customer, const QString& message, const QString& buttonId,
                  const QString& title);
    QString shareNumber(const QString& customer); // as asked for
    QString react(const QString& customer, const QString& message, const QString& emoji);
    QString edit(const QString& customer, const QString& message, const QString& text);
    QString revoke(const QString& customer, const QString& message);
    QString sendUnsupported(const QString& customer, const QString& type);
    // Any other content: fields that a message carries besides id, from and timestamp.
    QString sendOther(const QString& customer, const QJsonObject& content);
    // Typed on the shop's phone: an echo.
    QString writeFromPhone(const QString& customer, const QString& text);
    void setReceipts(const QString& customer, bool on);
    void setReachable(const QString& customer, bool on); // off: sends end in a failed status 131026
    // `count` texts whose times lie between `age` and now, in one burst.
    void flood(const QString& customer, int count, std::chrono::seconds age);
    // From here to endBatch() what happens is kept and then leaves in one POST.
    void beginBatch();
    void endBatch();
    // One change of any field ("account_update", …) in its envelope.
    void pushChange(const QString& field, const QJsonObject& value);
    void pushBody(const QByteArray& body); // signed as it is

    // What came of it.
    [[nodiscard]] std::vector<Received> inbox(const QString& customer) const;
    [[nodiscard]] int timesReceived(const QString& text) const;
    [[nodiscard]] int sends() const;
    [[nodiscard]] int reads() const; // "read" marks that the restaurant sent
    [[nodiscard]] bool isAcknowledged(const QString& message) const; // 200 came for it in time
    [[nodiscard]] std::vector<QString> acknowledgedMessages() const;
    [[nodiscard]] int unacknowledged() const;       // POSTs that still wait for a 200
    [[nodiscard]] int posts() const;                // attempts
    [[nodiscard]] std::vector<int> answers() const; // the last statuses (0: none came), ≤ 1000

    // Troubles. HTTP ones by server().setFault(), of webhooks by these.
    void setSilent(bool on); // webhooks are held back; they leave when it ends
    void setDuplicating(bool on);
    void setReordering(bool on);
    void setDelay(std::chrono::milliseconds delay);
    void setSignature(Signature signature);
    void revokeToken();
    void restoreToken();
    void closeWindow(const QString& customer);      // as if the last word were 25 hours old
    void setTemplates(const QJsonArray& templates); // and tells that they have changed
    void setProofDemanded(bool on);
    void setWindowAsStatus(bool on);
    void failNext(int code, int times = 1); // the next sends fail with this error code
    void failNextAsStatus(int code, int times = 1);

Q_SIGNALS:
    // A message reached the customer. From the simulator's thread.
    void received(const QString& customer, const comanda::practice::Received& message);

private:
    WhatsAppOptions options_;
    std::unique_ptr<WhatsAppCloud> cloud_;
    std::unique_ptr<SimServer> server_; // goes first: its handler uses cloud_
};

} // namespace comanda::practice

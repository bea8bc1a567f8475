#include "app/ctl/doctor_reach.h"

#include "app/ctl/channel_checks.h"
#include "app/text/words.h"
#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/connectors/registry.h"
#include "core/domain/key_end.h"
#include "core/net/http_client.h"
#include "core/security/sealing.h"

#include <QCoreApplication>
#include <QSslCertificate>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

constexpr Millis kRenewWithin = 21 * 24h; // a renewal that works happens 30 days before
constexpr Millis kMailboxDeadline = 15s;

Finding certificateFinding(const QString& what, Time ends) {
    const Time now = SystemClock().now();
    if (ends <= now) {
        return {Verdict::Bad, what, u"the certificate ended on "_s + toIsoUtc(ends)};
    }
    return {ends - now < kRenewWithin ? Verdict::Warning : Verdict::Good, what,
            u"the certificate ends on "_s + toIsoUtc(ends)};
}

void checkCertificate(const QString& what, const std::optional<net::ServerTls>& tls,
                      Findings& findings) {
    if (!tls) {
        return;
    }
    const QList<QSslCertificate> chain = QSslCertificate::fromPath(tls->certificatePath);
    if (chain.isEmpty()) {
        findings.push_back(
            {Verdict::Bad, what, u"the certificate cannot be read: "_s + tls->certificatePath});
        return;
    }
    findings.push_back(
        certificateFinding(what, fromMillis(chain.first().expiryDate().toMSecsSinceEpoch())));
}

// The calendar of keys, a line each.
void addKey(const CheckedChannel& checked, Findings& findings) {
    const connect::PlatformModule* module = connectors::find(checked.channel.platform);
    if (module == nullptr || !module->descriptor.keysEnd) {
        return;
    }
    const QString what = u"key "_s + checked.channel.name;
    const KeyEnd end = keyEndIn(checked.answer->facts);
    const Time now = SystemClock().now();
    if (end.ends) {
        const int days = daysLeft(*end.ends, now);
        const Verdict verdict = days < 0                         ? Verdict::Bad
                                : keyWarning(end, now).isEmpty() ? Verdict::Good
                                                                 : Verdict::Warning;
        const QString when = toIsoUtc(*end.ends);
        findings.push_back({verdict, what,
                            days < 0 ? u"ended on %1"_s.arg(when)
                                     : u"ends on %1, in %2 days"_s.arg(when).arg(days)});
    } else if (end.life == KeyLife::Unknown) {
        findings.push_back({Verdict::Warning, what, u"nobody says when it ends"_s});
    } else {
        findings.push_back({Verdict::Good, what,
                            end.life == KeyLife::Renewed ? u"is renewed by the running program"_s
                                                         : u"does not end by itself"_s});
    }
}

void addChannel(const CheckedChannel& checked, Findings& findings) {
    const QString what = u"channel "_s + checked.channel.name;
    if (!checked.answer) {
        findings.push_back({Verdict::Bad, what, text::describe(checked.answer.error())});
        return;
    }
    findings.push_back(
        {Verdict::Good, what,
         u"answers as %1 (%2)"_s.arg(checked.answer->name, checked.answer->account)});
    for (const QString& warning : checked.answer->warnings) {
        findings.push_back({Verdict::Warning, what, text::describe(warning)});
    }
    addKey(checked, findings);
}

net::HttpResult statusOf(const QUrl& mailbox, const Secret& token) {
    net::HttpRequest request;
    request.url = mailbox;
    QString path = mailbox.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    request.url.setPath(path + u"/v1/status"_s);
    request.headers.emplace_back("Authorization", "Bearer " + token.reveal());
    request.deadline = kMailboxDeadline;
    net::HttpResult answer = tl::unexpected<net::HttpFailure>(net::HttpFailure());
    QObject receiver;
    net::HttpClient client;
    client.send(request, &receiver, [&answer](net::HttpResult result) {
        answer = std::move(result);
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return answer;
}

void addMailbox(const QUrl& mailbox, const Secret& token, Findings& findings) {
    const QString what = u"mailbox"_s;
    const net::HttpResult answer = statusOf(mailbox, token);
    if (!answer || answer->status != 200) {
        const bool refused = answer && (answer->status == 401 || answer->status == 403);
        findings.push_back(
            {Verdict::Bad, what,
             text::describe(refused ? u"mailbox.refused_token"_s : u"mailbox.unreachable"_s)});
        return;
    }
    const auto status = parseObject(answer->body);
    const QJsonObject queue = status ? status->value(u"queue"_s).toObject() : QJsonObject();
    const auto waiting = integerIn(queue, u"length");
    if (!waiting) {
        findings.push_back({Verdict::Bad, what, text::describe(u"mailbox.unreadable"_s)});
        return;
    }
    findings.push_back({Verdict::Good, what, u"answers; %1 deliveries wait"_s.arg(*waiting)});
    if (const auto ends = timeFrom(status->value(u"certificate_ends_utc"_s))) {
        findings.push_back(certificateFinding(what, *ends));
    }
}

// A hub without a window has no other place to show it.
void addMailboxKey(const hub::Secrets& secrets, Findings& findings) {
    const Secret kept = secrets.value(hub::Secrets::mailboxKeyName());
    const auto publicKey = security::publicKeyOf(kept);
    if (!kept.isEmpty() && publicKey) {
        findings.push_back(
            {Verdict::Good, u"mailbox"_s,
             u"its hub_public_key is "_s + QString::fromLatin1(publicKey->toBase64())});
    }
}

} // namespace

void checkCertificates(const hub::Config& config, Findings& findings) {
    if (config.receiver) {
        checkCertificate(u"receiver"_s, config.receiver->tls, findings);
    }
    if (config.mailbox) {
        checkCertificate(u"mailbox"_s, config.mailbox->tls, findings);
    }
}

void checkReach(store::Store& store, const QString& dataDir,
                const std::vector<ChannelConfig>& channels, Findings& findings) {
    std::vector<ChannelConfig> used;
    std::copy_if(channels.begin(), channels.end(), std::back_inserter(used),
                 [](const ChannelConfig& channel) { return channel.enabled; });
    const auto url = mailboxUrl(store);
    if (url && url->isEmpty() && used.empty()) {
        return; // there is nobody to ask
    }
    hub::Secrets secrets(store, dataDir);
    const Result<> open = url ? openKeys(secrets) : Result<>(fail(url.error()));
    if (!open) {
        findings.push_back({Verdict::Warning, u"reach"_s,
                            u"no platform was asked: "_s + text::describe(open.error())});
        return;
    }
    for (const CheckedChannel& checked : checkChannels(used, secrets, *url)) {
        addChannel(checked, findings);
    }
    if (!url->isEmpty()) {
        addMailboxKey(secrets, findings);
        addMailbox(*url, secrets.value(hub::Secrets::mailboxTokenName()), findings);
    }
}

} // namespace comanda::ctl

// comandactl doctor: what is installed, reachable and about to expire; what arrived and could not
// be read.
#include "comanda_version.h"

#include "app/ctl/doctor_reach.h"
#include "app/ctl/store_access.h"
#include "app/text/words.h"
#include "core/net/http_client.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonObject>
#include <QSslSocket>
#include <QStorageInfo>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;

QString wordOf(Verdict verdict) {
    switch (verdict) {
    case Verdict::Good:
        return u"ok"_s;
    case Verdict::Warning:
        return u"warning"_s;
    case Verdict::Bad:
        return u"bad"_s;
    }
    Q_UNREACHABLE();
}

void checkProgram(Findings& findings) {
    findings.push_back(
        {Verdict::Good, u"program"_s,
         u"Comanda " COMANDA_VERSION ", Qt %1"_s.arg(QString::fromLatin1(qVersion()))});
    findings.push_back(
        QSslSocket::supportsSsl()
            ? Finding{Verdict::Good, u"tls"_s, QSslSocket::sslLibraryVersionString()}
            : Finding{Verdict::Bad, u"tls"_s, u"no TLS: no platform can be reached"_s});
    using Engine = store::StoreConfig::Engine;
    for (const auto& [engine, name] :
         {std::pair{Engine::Sqlite, u"SQLite"_s}, {Engine::Postgres, u"PostgreSQL"_s}}) {
        const bool there = store::isDriverInstalled(engine);
        const Verdict without = engine == Engine::Sqlite ? Verdict::Bad : Verdict::Warning;
        findings.push_back({there ? Verdict::Good : without, u"driver "_s + name,
                            there ? u"installed"_s : u"missing"_s});
    }
}

void checkDisk(const QString& dataDir, Findings& findings) {
    constexpr qint64 kLow = qint64{1} << 30;
    const QStorageInfo disk(dataDir);
    if (!disk.isValid()) {
        return;
    }
    const qint64 free = disk.bytesAvailable();
    findings.push_back({free < kLow ? Verdict::Warning : Verdict::Good, u"disk"_s,
                        u"%1 MB free in %2"_s.arg(free / (1024 * 1024)).arg(dataDir)});
    const auto others = QFileInfo(dataDir).permissions()
                        & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::ExeOther);
    if (others.toInt() != 0) {
        findings.push_back({Verdict::Warning, u"permissions"_s,
                            u"other accounts of this machine can look into %1"_s.arg(dataDir)});
    }
    findings.push_back(
        {Verdict::Warning, u"encryption"_s,
         u"messages are not encrypted by Comanda; use the system's disk encryption"_s});
}

void checkFigures(const store::StoreFigures& figures, Findings& findings) {
    findings.push_back(
        {Verdict::Good, u"store"_s,
         u"%1 %2, schema %3"_s.arg(figures.engine, figures.engineVersion).arg(figures.schema)});
    findings.push_back({Verdict::Good, u"content"_s,
                        u"%1 conversations, %2 messages, %3 orders"_s.arg(figures.conversations)
                            .arg(figures.messages)
                            .arg(figures.orders)});
    for (const QString& warning : figures.warnings) {
        findings.push_back({Verdict::Warning, u"store"_s, text::describe(warning)});
    }
    if (figures.waiting > 0) {
        findings.push_back(
            {Verdict::Warning, u"outbox"_s, u"%1 answers wait to leave"_s.arg(figures.waiting)});
    }
    if (figures.unsure > 0) {
        findings.push_back({Verdict::Warning, u"outbox"_s,
                            u"%1 answers may not have arrived"_s.arg(figures.unsure)});
    }
    if (figures.unreadDeliveries > 0) {
        findings.push_back(
            {Verdict::Bad, u"deliveries"_s,
             u"%1 deliveries could not be read and are kept"_s.arg(figures.unreadDeliveries)});
    }
}

void checkChannels(const std::vector<ChannelConfig>& channels, Findings& findings) {
    if (channels.empty()) {
        findings.push_back({Verdict::Warning, u"channels"_s, u"none is connected"_s});
    }
    for (const ChannelConfig& channel : channels) {
        const QString address = channel.settings.value(u"api_base_url"_s).toString();
        const QHostAddress literal(QUrl(address).host());
        const bool here = !address.isEmpty() && !literal.isNull() && !net::isPublicAddress(literal);
        findings.push_back({here ? Verdict::Warning : Verdict::Good, u"channel "_s + channel.name,
                            here ? u"its server has a private address: "_s + address
                                 : toWord(channel.platform) + u' ' + channel.account});
    }
}

void noStore(const Error& error, Findings& findings) {
    const bool none = error.kind == ErrorKind::NotFound;
    findings.push_back({none ? Verdict::Warning : Verdict::Bad, u"store"_s, text::describe(error)});
}

// Answers with the channels that the store has.
std::vector<ChannelConfig> checkContent(store::Store& store, Findings& findings) {
    std::vector<ChannelConfig> known;
    const auto asked = store.readNow([&](store::Reader& reader) -> Result<> {
        const auto figures = reader.figures();
        auto channels = reader.channels();
        const auto unread = reader.unreadDeliveries(10);
        if (!figures || !channels || !unread) {
            return fail(!figures ? figures.error() : !channels ? channels.error() : unread.error());
        }
        checkFigures(*figures, findings);
        checkChannels(*channels, findings);
        for (const store::DeliveryRow& row : *unread) {
            findings.push_back({Verdict::Bad, u"delivery %1"_s.arg(row.id.value()),
                                u"%1: %2"_s.arg(toIsoUtc(row.receivedAt), row.why)});
        }
        known = std::move(*channels);
        return Done{};
    });
    if (!asked) {
        noStore(asked.error(), findings);
    }
    return known;
}

void checkStore(const Invocation& invocation, Findings& findings) {
    const auto config = hub::configFor(invocation.dataDir, invocation.configFile);
    if (!config) {
        findings.push_back({Verdict::Bad, u"settings"_s, text::describe(config.error())});
        return;
    }
    checkCertificates(*config, findings);
    const SystemClock clock;
    const auto store = store::Store::open(hub::storeFor(*config, invocation.dataDir),
                                          store::Access::ReadOnly, clock);
    if (!store) {
        noStore(store.error(), findings);
        return;
    }
    const std::vector<ChannelConfig> channels = checkContent(**store, findings);
    checkReach(**store, invocation.dataDir, channels, findings);
}

int doctor(const Invocation& invocation) {
    if (!invocation.arguments.isEmpty()) {
        return wrongUsage(u"doctor takes no arguments"_s);
    }
    Findings findings;
    checkProgram(findings);
    checkDisk(invocation.dataDir, findings);
    checkStore(invocation, findings);
    bool bad = false;
    QJsonArray array;
    for (const Finding& finding : findings) {
        bad = bad || finding.verdict == Verdict::Bad;
        if (invocation.json) {
            array.append(QJsonObject{{u"verdict"_s, wordOf(finding.verdict)},
                                     {u"what"_s, finding.what},
                                     {u"detail"_s, finding.detail}});
        } else {
            printLine(
                u"%1  %2: %3"_s.arg(wordOf(finding.verdict), -7).arg(finding.what, finding.detail));
        }
    }
    if (invocation.json) {
        printJson(QJsonObject{{u"healthy"_s, !bad}, {u"findings"_s, array}});
    }
    return bad ? failed(u"something is bad and needs a person"_s) : kDone;
}

} // namespace

std::vector<Command> doctorCommands() {
    return {{u"doctor"_s, {}, u"what is installed, reachable and about to expire"_s, doctor}};
}

} // namespace comanda::ctl

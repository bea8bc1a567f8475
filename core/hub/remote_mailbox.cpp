#include "core/hub/remote_mailbox.h"

#include "core/base/log.h"
#include "core/base/reply.h"
#include "core/store/reader.h"
#include "core/store/writer.h"

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

// Setting rows.
const QString kUrlRow = u"mailbox.url"_s;
const QString kHubIdRow = u"hub.id"_s; // by which the mailbox knows its one hub

constexpr Millis kTryAgain{5'000};

} // namespace

Result<QUrl> mailboxUrl(store::Reader& reader) {
    const auto url = reader.setting(kUrlRow);
    return url ? Result<QUrl>(QUrl(url->value_or(QJsonValue()).toString()))
               : Result<QUrl>(fail(url.error()));
}

RemoteMailbox::RemoteMailbox(const MailboxCollector::Parts& parts, Secrets& secrets,
                             QObject* parent)
    : QObject(parent), parts_(parts), secrets_(secrets) {
    retry_.setSingleShot(true);
    connect(&retry_, &QTimer::timeout, this, &RemoteMailbox::start);
    connect(this, &RemoteMailbox::worked, this, [this] { trouble_.clear(); });
    connect(this, &RemoteMailbox::failed, this,
            [this](FailureClass, const QString& id) { trouble_ = id; });
}

void RemoteMailbox::know(std::function<void(Result<Known>)> done) {
    parts_.store.read<Known>(
        this,
        [](store::Reader& reader) -> Result<Known> {
            const auto url = mailboxUrl(reader);
            const auto hubId = reader.setting(kHubIdRow);
            if (!url || !hubId) {
                return fail(!url ? url.error() : hubId.error());
            }
            return Known{*url, hubId->value_or(QJsonValue()).toString()};
        },
        [this, done = std::move(done)](Result<Known> known) {
            if (!known || !known->hubId.isEmpty()) {
                done(std::move(known));
                return;
            }
            // Another asks at the same moment, or another seat: all must be told the same.
            parts_.store.write<QJsonValue>(
                this,
                [id = QString::fromLatin1(security::randomToken())](store::Writer& writer) {
                    return writer.settingOr(kHubIdRow, id);
                },
                [done, url = known->url](const Result<QJsonValue>& kept) {
                    done(kept ? Result<Known>(Known{url, kept->toString()})
                              : Result<Known>(fail(kept.error())));
                });
        });
}

void RemoteMailbox::ensureKeys(std::function<void(Result<security::KeyPair>)> done) {
    const auto pairOf = [done = std::move(done)](const Result<Secret>& key) {
        const auto publicKey = key ? security::publicKeyOf(*key) : fail(key.error());
        done(publicKey ? Result<security::KeyPair>(security::KeyPair{*publicKey, *key})
                       : Result<security::KeyPair>(fail(publicKey.error())));
    };
    const Secret kept = secrets_.value(Secrets::mailboxKeyName());
    if (!kept.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [pairOf, kept] { pairOf(kept); }, Qt::QueuedConnection);
        return;
    }
    // Another asks at the same moment, or another seat: all must be told the same.
    secrets_.valueOr(Secrets::mailboxKeyName(), security::newKeyPair().privateKey, pairOf);
}

void RemoteMailbox::start() {
    active_ = true;
    know([this](const Result<Known>& known) {
        if (!active_) {
            return;
        }
        if (!known) {
            tryAgain(FailureClass::Protocol, known.error().id);
            return;
        }
        url_ = known->url;
        if (known->url.isEmpty()) {
            collector_.reset();
            client_.reset();
            Q_EMIT worked(); // there is none to miss
            return;
        }
        ensureKeys([this, known = *known](const Result<security::KeyPair>& keys) {
            if (!active_) {
                return;
            }
            if (keys) {
                connectTo(known, *keys);
            } else {
                tryAgain(FailureClass::Auth, keys.error().id);
            }
        });
    });
}

// The store has its bad moments; without the mailbox no order comes.
void RemoteMailbox::tryAgain(FailureClass failure, const QString& id) {
    qCWarning(lcHub) << "the mailbox's settings cannot be read:" << id;
    Q_EMIT failed(failure, id);
    retry_.start(kTryAgain);
}

void RemoteMailbox::connectTo(const Known& known, const security::KeyPair& keys) {
    collector_.reset();
    client_ = std::make_unique<MailboxClient>(
        known.url, secrets_.value(Secrets::mailboxTokenName()), known.hubId);
    collector_ = std::make_unique<MailboxCollector>(parts_, *client_, keys);
    connect(collector_.get(), &MailboxCollector::worked, this, &RemoteMailbox::worked);
    connect(collector_.get(), &MailboxCollector::failed, this,
            [this](const MailboxFailure& failure) {
                qCWarning(lcHub) << "mailbox:" << failure.id << failure.detail;
                Q_EMIT failed(failure.failure, failure.id);
            });
    collector_->start();
}

void RemoteMailbox::stop() {
    active_ = false;
    retry_.stop();
    if (collector_) {
        collector_->stop();
    }
}

void RemoteMailbox::read(QObject* receiver, std::function<void(Result<MailboxSettings>)> done) {
    auto answer = replyTo<Result<MailboxSettings>>(receiver, std::move(done));
    know([this, answer](const Result<Known>& known) {
        if (!known) {
            answer(fail(known.error()));
            return;
        }
        ensureKeys([this, answer, url = known->url](const Result<security::KeyPair>& keys) {
            if (!keys) {
                answer(fail(keys.error()));
                return;
            }
            answer(
                MailboxSettings{url, secrets_.has(Secrets::mailboxTokenName()), keys->publicKey});
        });
    });
}

void RemoteMailbox::save(const QUrl& url, const Secret& token, std::function<void(Result<>)> done) {
    const auto saveUrl = [this, url, done](const Result<>& kept) {
        if (!kept) {
            done(fail(kept.error()));
            return;
        }
        parts_.store.write<Done>(
            this,
            [url](store::Writer& writer) { return writer.setSetting(kUrlRow, url.toString()); },
            [this, done](Result<> written) {
                if (written && active_) {
                    stop();
                    start();
                }
                done(std::move(written));
            });
    };
    if (token.isEmpty()) {
        saveUrl(Done{});
    } else {
        secrets_.put(Secrets::mailboxTokenName(), token, saveUrl);
    }
}

void RemoteMailbox::askAboutToken(const Secret& token, const QString& route,
                                  const connect::Asked& done) {
    if (client_) {
        client_->askAboutToken(token, route, done);
    } else {
        done(fail(ErrorKind::NotFound, u"mailbox.none"_s));
    }
}

QString RemoteMailbox::hookUrl(const QString& route) const {
    if (url_.isEmpty() || route.isEmpty()) {
        return {};
    }
    QString base = url_.toString();
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    return base + u"/hooks/"_s + route;
}

void RemoteMailbox::proof(const Secret& token, const QString& route, connect::Proved done) {
    if (client_) {
        client_->proof(token, route, std::move(done));
        return;
    }
    know([done = std::move(done)](const Result<Known>& known) { // not connected yet, or none
        if (known && known->url.isEmpty()) {
            done(QByteArray());
        } else {
            done(fail(ErrorKind::Busy, u"mailbox.unreachable"_s,
                      known ? u"not connected yet"_s : known.error().id));
        }
    });
}

} // namespace comanda::hub

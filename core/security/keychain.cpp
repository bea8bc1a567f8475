#include "core/security/keychain.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <optional>

namespace comanda::security {
namespace {

using namespace Qt::StringLiterals;

constexpr int kPatienceMillis = 15'000;

Error errorOf(const QKeychain::Job& job) {
    if (job.error() == QKeychain::EntryNotFound) {
        return {ErrorKind::NotFound, u"keychain.no_entry"_s, {}, job.errorString(), std::nullopt};
    }
    return {ErrorKind::Busy, u"keychain.unavailable"_s, {}, job.errorString(), std::nullopt};
}

// A keychain may ask its user something and never answer: the first of answer and deadline counts.
void run(QKeychain::Job* job, QObject* receiver,
         std::function<void(const QKeychain::Job&)> finished, std::function<void()> timedOut) {
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    auto* deadline = new QTimer(receiver);
    deadline->setSingleShot(true);
    QObject::connect(deadline, &QTimer::timeout, receiver,
                     [deadline, job = QPointer(job), timedOut = std::move(timedOut)] {
                         deadline->deleteLater();
                         if (job) {
                             job->disconnect();
                         }
                         timedOut();
                     });
    QObject::connect(job, &QKeychain::Job::finished, receiver,
                     [deadline, finished = std::move(finished)](QKeychain::Job* done) {
                         deadline->stop();
                         deadline->deleteLater();
                         finished(*done);
                     });
    deadline->start(kPatienceMillis);
    job->start();
}

Error timeout() {
    return {ErrorKind::Timeout, u"keychain.unavailable"_s, {}, u"no answer"_s, std::nullopt};
}

} // namespace

void readKeychain(const QString& name, QObject* receiver,
                  std::function<void(Result<Secret>)> done) {
    readKeychainWords(name, receiver, [done = std::move(done)](const Result<Secret>& text) {
        done(text ? Result<Secret>(Secret(QByteArray::fromBase64(text->reveal()))) : text);
    });
}

void readKeychainWords(const QString& name, QObject* receiver,
                       std::function<void(Result<Secret>)> done) {
    auto* job = new QKeychain::ReadPasswordJob(u"Comanda"_s);
    job->setKey(name);
    run(
        job, receiver,
        [done](const QKeychain::Job& finished) {
            if (finished.error() != QKeychain::NoError) {
                done(fail(errorOf(finished)));
                return;
            }
            const auto& read = static_cast<const QKeychain::ReadPasswordJob&>(finished);
            done(Secret(read.textData().toUtf8()));
        },
        [done] { done(fail(timeout())); });
}

// In the main thread, since QtKeychain does its work, also what comes later, in the thread that
// asks it first.
Result<Secret> readKeychainWordsNow(const QString& name) {
    const QCoreApplication* program = QCoreApplication::instance();
    if (program == nullptr || QThread::currentThread() != program->thread()
        || program->thread()->loopLevel() > 0) {
        return fail(ErrorKind::Busy, u"keychain.unavailable"_s, u"asked too late"_s);
    }
    std::optional<Result<Secret>> answer;
    QObject asker;
    readKeychainWords(name, &asker, [&](Result<Secret> words) {
        answer = std::move(words);
        QCoreApplication::exit();
    });
    QCoreApplication::exec();
    return answer.value_or(fail(timeout()));
}

void writeKeychain(const QString& name, const Secret& value, QObject* receiver,
                   std::function<void(Result<>)> done) {
    auto* job = new QKeychain::WritePasswordJob(u"Comanda"_s);
    job->setKey(name);
    // Base64: a Windows credential holds text, and 32 bytes are far below its limit of 2,560.
    job->setTextData(QString::fromLatin1(value.reveal().toBase64()));
    run(
        job, receiver,
        [done](const QKeychain::Job& finished) {
            done(finished.error() == QKeychain::NoError ? Result<>(Done{})
                                                        : Result<>(fail(errorOf(finished))));
        },
        [done] { done(fail(timeout())); });
}

} // namespace comanda::security

#include "core/connectors/signal/signal.h"

#include "core/connectors/signal/read.h"

namespace comanda::signal {

using namespace Qt::StringLiterals;

SignalConnector::SignalConnector(const ChannelConfig& config, connect::Host host,
                                 const Timing& timing)
    : config_(config),
      host_(std::move(host)),
      timing_(timing),
      place_(placeFrom(config)),
      daemon_(place_, timing, this),
      inflow_(host_, timing, place_.account, doubts_, this),
      sender_(host_, daemon_, timing, place_.account, doubts_, this),
      files_(host_, daemon_, timing, place_.account,
             config.settings.value(u"attachments_dir"_s).toString().trimmed(), this),
      nextProbe_(this) {
    nextProbe_.setSingleShot(true);
    connect(&nextProbe_, &QTimer::timeout, this, &SignalConnector::probe);
    connect(&daemon_, &Daemon::opened, this, &SignalConnector::probe);
    connect(&daemon_, &Daemon::closed, this, &SignalConnector::closed);
    connect(&daemon_, &Daemon::told, this, &SignalConnector::told);
    connect(&daemon_, &Daemon::answeredLate, this, &SignalConnector::answeredLate);
    connect(&inflow_, &Inflow::full, &daemon_, &Daemon::hold);
    const auto goOn = [this] {
        if (stopping_ && sender_.isIdle() && inflow_.isEmpty()) {
            finishStop();
        }
    };
    connect(&inflow_, &Inflow::emptied, this, goOn);
    connect(&sender_, &Sender::idle, this, goOn);
}

void SignalConnector::start(const std::optional<QString>&) { // the daemon replays nothing
    running_ = true;
    daemon_.start();
}

// Two questions, the second only after an answer to the first.
void SignalConnector::ask(Daemon& daemon, Introduced introduced) {
    daemon.call(writeVersion(), timing_.probe,
                [this, &daemon, introduced = std::move(introduced)](const Answer& version) {
                    if (!version.ok()) {
                        introduced(introductionFrom(place_.account, version, {}));
                        return;
                    }
                    daemon.call(writeListAccounts(), timing_.probe,
                                [this, version, introduced](const Answer& accounts) {
                                    introduced(introductionFrom(place_.account, version, accounts));
                                });
                });
}

void SignalConnector::probe() {
    nextProbe_.stop();
    if (daemon_.isOpen() && running_) {
        ask(daemon_, [this](const Introduction& introduction) { introduced(introduction); });
    }
}

void SignalConnector::introduced(const Introduction& introduction) {
    if (!running_ || !daemon_.isOpen()) {
        return; // closed() has said why
    }
    const Health& trouble = introduction.trouble;
    if (trouble.failure == FailureClass::Timeout && trouble.id == "signal.no_answer"_L1) {
        daemon_.reconnect(FailureClass::Timeout, u"signal.daemon_hung"_s, trouble.detail);
        return;
    }
    host_.report({connect::CallKind::Account, trouble.failure, trouble.id, trouble.detail});
    sender_.setSignIn(trouble.failure == FailureClass::Auth ? trouble.id : QString());
    if (!trouble.failure) {
        host_.report({connect::CallKind::Receive, std::nullopt, {}, {}});
        if (learned_ != introduction.version) {
            learned_ = introduction.version;
            const AccountCheck account = accountFrom(place_.account, introduction);
            host_.learnAccount(account.account, account.facts);
        }
    }
    nextProbe_.start(timing_.probeEvery);
}

void SignalConnector::closed(FailureClass failure, const QString& id, const QString& detail) {
    nextProbe_.stop();
    sender_.setSignIn(failure == FailureClass::Auth ? id : QString());
    host_.report({connect::CallKind::Receive, failure, id, detail});
    if (failure == FailureClass::Auth) {
        host_.report({connect::CallKind::Account, failure, id, detail});
    }
}

void SignalConnector::told(const QByteArray& line) {
    inflow_.take(line);
    host_.report({connect::CallKind::Receive, std::nullopt, {}, {}});
}

// It was not sure whether a message had left; now it is.
void SignalConnector::answeredLate(const QString& call, const QByteArray& line,
                                   const Answer& answer) {
    if (const auto event = doubts_.settle(call, answer)) {
        inflow_.take(line, {*event});
    }
}

void SignalConnector::send(const OutgoingMessage& message, std::function<void(SendOutcome)> done) {
    sender_.send(message, std::move(done));
}

void SignalConnector::fetch(const Attachment& attachment, const QString& path, qint64 maxBytes,
                            std::function<void(Result<connect::FetchedMedia>)> done) {
    files_.fetch(attachment, path, maxBytes, std::move(done));
}

void SignalConnector::check(std::function<void(Result<AccountCheck>)> done) {
    checks_.push_back(std::move(done));
    if (checks_.size() > 1) {
        return;
    }
    if (!running_) {
        checkAside();
        return;
    }
    ask(daemon_, [this](const Introduction& introduction) {
        endChecks(
            introduction.trouble.failure
                ? fail(errorOf(noAnswer(*introduction.trouble.failure, true,
                                        introduction.trouble.id, introduction.trouble.detail)))
                : Result<AccountCheck>(accountFrom(place_.account, introduction)));
    });
}

// Over a line of its own, which asks for no messages. A daemon on a socket that receives
// "on-connection" gives them to whoever is there; nobody can keep what comes in that second.
void SignalConnector::checkAside() {
    Place place = place_;
    place.onlyAsk = true;
    aside_ = std::make_unique<Daemon>(place, timing_, this);
    connect(aside_.get(), &Daemon::closed, this,
            [this](FailureClass failure, const QString& id, const QString& detail) {
                endChecks(fail(errorOf(noAnswer(failure, false, id, detail))));
            });
    connect(aside_.get(), &Daemon::opened, this, [this] {
        ask(*aside_, [this](const Introduction& introduction) {
            const Health& trouble = introduction.trouble;
            endChecks(
                trouble.failure
                    ? fail(errorOf(noAnswer(*trouble.failure, true, trouble.id, trouble.detail)))
                    : Result<AccountCheck>(accountFrom(place_.account, introduction)));
        });
    });
    aside_->start();
}

void SignalConnector::endChecks(const Result<AccountCheck>& result) {
    if (aside_) { // it may be what is calling us
        Daemon* aside = aside_.release();
        aside->disconnect(this);
        aside->stop();
        aside->deleteLater();
    }
    for (const auto& done : std::exchange(checks_, {})) {
        done(result);
    }
}

void SignalConnector::markRead(const QString&, const QString& externalId) {
    if (const auto call = writeReadReceipt(place_.account, externalId)) {
        sender_.tell(*call);
    }
}

void SignalConnector::typing(const QString& conversationKey) {
    if (const auto call = writeTyping(place_.account, conversationKey)) {
        sender_.tell(*call);
    }
}

void SignalConnector::stop() {
    if (stopping_) {
        return;
    }
    running_ = false;
    stopping_ = true;
    nextProbe_.stop();
    files_.stop();
    endChecks(fail(ErrorKind::Cancelled, u"channel.stopped"_s));
    if (sender_.isIdle()) { // else its answer is waited for
        daemon_.stop();
    }
    inflow_.offerNow();
    if (sender_.isIdle() && inflow_.isEmpty()) {
        QMetaObject::invokeMethod(this, &SignalConnector::finishStop, Qt::QueuedConnection);
    } else {
        QTimer::singleShot(timing_.stopGrace, this, &SignalConnector::finishStop);
    }
}

void SignalConnector::finishStop() {
    if (!stopping_) {
        return;
    }
    stopping_ = false;
    sender_.stop();
    daemon_.stop();
    Q_EMIT stopped();
}

} // namespace comanda::signal

#include "core/connectors/signal/linker.h"

#include "core/base/json.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace comanda::signal {
namespace {

using namespace Qt::StringLiterals;

const QString kRiddles = u"https://signalcaptchas.org/challenge/generate.html"_s;
constexpr qint64 kWaitMax = 7LL * 24 * 3600; // seconds

// A piece of the message, and what it means whatever the code is.
struct Known {
    QLatin1StringView words;
    const char16_t* id;
};
constexpr std::array kKnown{
    Known{"timed out"_L1, u"signal.link_expired"},
    Known{"already exists"_L1, u"signal.link_exists"},
    Known{"DeprecatedVersion"_L1, u"signal.too_old"},
    Known{"DeviceLimit"_L1, u"signal.link_full"},
};

qint64 secondsIn(const QJsonObject& response) {
    qint64 seconds = integerIn(response, u"retryAfterSeconds").value_or(0);
    for (const QJsonValue one : response.value(u"results"_s).toArray()) {
        seconds = std::max(seconds, integerIn(one.toObject(), u"retryAfterSeconds").value_or(0));
    }
    return std::clamp<qint64>(seconds, 0, kWaitMax);
}

bool isLimited(const Answer& answer) {
    return answer.code == -5 || answer.says("rate limit"_L1) || answer.says("RateLimit"_L1);
}

} // namespace

QString riddleIn(const Answer& answer) {
    if (answer.shape != Answer::Shape::Error) {
        return {};
    }
    QString token = answer.response.value(u"token"_s).toString();
    for (const QJsonValue one : answer.response.value(u"results"_s).toArray()) {
        if (token.isEmpty()) {
            token = one.toObject().value(u"token"_s).toString();
        }
    }
    return token.left(200);
}

Error linkError(const Answer& answer) {
    if (answer.shape == Answer::Shape::None) {
        Error error = errorOf(answer);
        if (answer.id == "signal.no_answer"_L1) {
            error.id = u"signal.link_no_answer"_s; // that of a message speaks of its arrival
        }
        return error;
    }
    Error error{ErrorKind::Rejected, u"signal.link_failed"_s, {}, answer.message, std::nullopt};
    const auto* const known = std::find_if(
        kKnown.begin(), kKnown.end(), [&](const Known& one) { return answer.says(one.words); });
    if (known != kKnown.end()) {
        error.id = QString::fromUtf16(known->id);
    } else if (isLimited(answer)) {
        error.kind = ErrorKind::RateLimited;
        error.id = u"signal.link_limited"_s;
        if (const qint64 seconds = secondsIn(answer.response); seconds > 0) {
            error.retryAfter = std::chrono::seconds(seconds);
        }
    } else if (answer.code == -32601) {
        error.id = u"signal.cannot_link"_s;
    } else if (answer.code == -6) {
        error.id = u"signal.captcha_refused"_s;
    } else if (answer.code == -3) {
        error.kind = ErrorKind::Network;
        error.id = u"signal.link_no_network"_s;
    }
    return error;
}

// Without an account: it is not there yet, and a daemon of one account links nobody.
Linker::Linker(Place place, const Timing& timing, Millis lasts, QObject* parent)
    : Linking(parent), place_(std::move(place)), timing_(timing), lasts_(lasts) {
    place_.account.clear();
    place_.onlyAsk = true;
}

void Linker::start() {
    end();
    daemon_ = std::make_unique<Daemon>(place_, timing_, this);
    connect(daemon_.get(), &Daemon::opened, this, &Linker::ask);
    connect(daemon_.get(), &Daemon::closed, this,
            [this](FailureClass failure, const QString& id, const QString& detail) {
                trouble(noAnswer(failure, false, id, detail));
            });
    daemon_->start();
}

// It may be what is calling us.
void Linker::end() {
    if (Daemon* daemon = daemon_.release()) {
        daemon->disconnect(this);
        daemon->stop();
        daemon->deleteLater();
    }
}

void Linker::ask() {
    daemon_->call({u"startLink"_s, {}}, timing_.open,
                  [this, daemon = daemon_.get()](const Answer& answer) {
                      if (daemon == daemon_.get()) {
                          offer(answer);
                      }
                  });
}

void Linker::offer(const Answer& answer) {
    const QString code = answer.result.toObject().value(u"deviceLinkUri"_s).toString();
    if (!answer.ok() || code.isEmpty()) {
        trouble(answer);
        return;
    }
    daemon_->call({u"finishLink"_s, {{u"deviceLinkUri"_s, code}, {u"deviceName"_s, u"Comanda"_s}}},
                  lasts_, [this, daemon = daemon_.get()](const Answer& finish) {
                      if (daemon == daemon_.get()) {
                          finished(finish);
                      }
                  });
    Q_EMIT offered(code, lasts_);
}

// The line is closed first: what comes for the new account from now on is the channel's.
void Linker::finished(const Answer& answer) {
    if (answer.ok()) {
        end();
        Q_EMIT linked(answer.result.toObject().value(u"number"_s).toString());
        return;
    }
    const bool late =
        answer.shape == Answer::Shape::None && answer.failure == FailureClass::Timeout;
    if (late) {
        end();
        Q_EMIT failed({ErrorKind::Timeout, u"signal.link_expired"_s, {}, {}, std::nullopt});
        return;
    }
    trouble(answer);
}

void Linker::trouble(const Answer& answer) {
    if (const QString riddle = riddleIn(answer); !riddle.isEmpty()) {
        challenge_ = riddle;
        Q_EMIT riddleAsked(kRiddles, {ErrorKind::Rejected, u"signal.link_captcha"_s, {}, {}, {}});
        return;
    }
    end();
    Q_EMIT failed(linkError(answer));
}

void Linker::answerRiddle(const QString& solution) {
    if (!daemon_) {
        start();
        return;
    }
    daemon_->call({u"submitRateLimitChallenge"_s,
                   {{u"challenge"_s, challenge_}, {u"captcha"_s, solution.trimmed()}}},
                  timing_.send, [this, daemon = daemon_.get()](const Answer& answer) {
                      if (daemon != daemon_.get()) {
                          return;
                      }
                      if (answer.ok()) {
                          ask();
                      } else if (answer.code == -6) { // the same riddle, once more
                          Q_EMIT riddleAsked(kRiddles, linkError(answer));
                      } else {
                          trouble(answer);
                      }
                  });
}

} // namespace comanda::signal

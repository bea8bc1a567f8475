#include "core/mailbox/api_service.h"

#include "core/base/log.h"

namespace comanda::mailbox {

using namespace Qt::StringLiterals;

namespace {

constexpr Millis kPrunePause{3'600'000};
constexpr Millis kPruneBreath{50}; // between two rounds: new items come first

} // namespace

ApiService::ApiService(const MailboxConfig& config, store::Journal& journal, const Clock& clock,
                       QObject* parent)
    : QObject(parent),
      config_(config),
      journal_(journal),
      clock_(clock),
      meta_(config, this),
      pollTimer_(this),
      pruneTimer_(this) {
    pollTimer_.setSingleShot(true);
    pruneTimer_.setSingleShot(true);
    connect(&pollTimer_, &QTimer::timeout, this, &ApiService::endPoll);
    connect(&pruneTimer_, &QTimer::timeout, this, &ApiService::prune);
}

void ApiService::start(CertificateEnds ends) {
    certificateEnds_ = std::move(ends);
    prune();
}

void ApiService::handle(const net::ServerRequest& request, const Respond& respond) {
    const auto call = readApiCall(request);
    if (!call) {
        respond(call.error());
        return;
    }
    std::visit([&](const auto& what) { carryOut(*call, what, respond); }, call->what);
}

void ApiService::noteHandshake(const QString& route) {
    const Result<> noted = journal_.noteHandshake(route);
    if (!noted) {
        qCWarning(lcMailbox) << "cannot note a handshake:" << noted.error().detail;
    }
}

Result<> ApiService::admitHub(const QString& hubId) {
    if (!hub_) {
        Result<std::optional<QString>> known = journal_.hub();
        if (!known) {
            return fail(std::move(known).error());
        }
        hub_ = std::move(*known);
    }
    if (!hub_) {
        Result<> set = journal_.setHub(hubId);
        if (!set) {
            return set;
        }
        qCInfo(lcMailbox) << "this mailbox now belongs to hub" << hubId;
        hub_ = hubId;
    }
    if (*hub_ != hubId) {
        return fail(ErrorKind::Conflict, u"mailbox.other_hub"_s);
    }
    return Done{};
}

void ApiService::carryOut(const ApiCall&, const GetHealth&, const Respond& respond) {
    const auto figures = journal_.figures();
    if (!figures) {
        respond({503, "the journal cannot be read\n", "text/plain", {}});
    } else if (!figures->trouble.isEmpty()) {
        respond(
            {503, "nothing can be taken: " + figures->trouble.toUtf8() + '\n', "text/plain", {}});
    } else {
        respond({200, "ok\n", "text/plain", {}});
    }
}

void ApiService::carryOut(const ApiCall& call, const GetDeliveries& what, const Respond& respond) {
    const Result<> admitted = admitHub(call.hubId);
    if (!admitted) {
        respond(errorAnswer(admitted.error()));
        return;
    }
    endPoll();
    if (answerIfAny(what.after, respond, what.waitSeconds == 0)) {
        return;
    }
    poll_ = Poll{what.after, respond};
    pollTimer_.start(std::chrono::seconds(what.waitSeconds));
}

bool ApiService::answerIfAny(qint64 after, const Respond& respond, bool evenEmpty) {
    const auto items = journal_.after(after, kPageItems, kPageBytes);
    if (!items && items.error().id == "mailbox.bad_cursor"_L1) {
        respond(startOver());
        return true;
    }
    if (!items) {
        respond(errorAnswer(items.error()));
        return true;
    }
    if (items->empty() && !evenEmpty) {
        return false;
    }
    const auto figures = journal_.figures();
    respond(deliveriesAnswer(journal_.identity(), after, *items,
                             figures ? figures->trouble : figures.error().id));
    return true;
}

// The hub has seen more than there is: this journal was made anew or comes from an older copy.
// Under another name the hub reads it from its start instead of waiting for ever behind its end.
net::ServerResponse ApiService::startOver() {
    qCWarning(lcMailbox) << "the hub knows more than this journal holds: it starts over";
    const Result<> renewed = journal_.renewIdentity();
    return renewed ? deliveriesAnswer(journal_.identity(), 0, {}, {})
                   : errorAnswer(renewed.error());
}

void ApiService::wake() {
    if (poll_ && answerIfAny(poll_->after, poll_->respond, false)) {
        poll_.reset();
        pollTimer_.stop();
    }
}

void ApiService::endPoll() {
    pollTimer_.stop();
    if (const std::optional<Poll> poll = std::exchange(poll_, std::nullopt)) {
        static_cast<void>(answerIfAny(poll->after, poll->respond, true));
    }
}

void ApiService::carryOut(const ApiCall& call, const PostAck& what, const Respond& respond) {
    Result<> done = admitHub(call.hubId);
    if (done) {
        done = journal_.acknowledge(what.through);
    }
    respond(done ? jsonAnswer(200, {{u"through"_s, what.through}}) : errorAnswer(done.error()));
}

void ApiService::carryOut(const ApiCall&, const GetStatus&, const Respond& respond) {
    const auto figures = journal_.figures();
    const auto hub = journal_.hub();
    if (!figures || !hub) {
        respond(errorAnswer(figures ? hub.error() : figures.error()));
        return;
    }
    respond(statusAnswer(config_, {*figures, journal_.identity(), *hub,
                                   certificateEnds_ ? certificateEnds_() : std::nullopt}));
}

void ApiService::carryOut(const ApiCall& call, const PostTakeover&, const Respond& respond) {
    const Result<> set = journal_.setHub(call.hubId);
    if (!set) {
        respond(errorAnswer(set.error()));
        return;
    }
    qCWarning(lcMailbox) << "hub" << call.hubId << "took over from"
                         << hub_.value_or(u"nobody known yet"_s);
    hub_ = call.hubId;
    // The hub that lost it must not get one more page.
    if (const std::optional<Poll> poll = std::exchange(poll_, std::nullopt)) {
        pollTimer_.stop();
        poll->respond(errorAnswer(409, u"mailbox.other_hub"_s));
    }
    respond(jsonAnswer(200, {{u"hub_id"_s, call.hubId}}));
}

void ApiService::carryOut(const ApiCall& call, const PostProof& what, const Respond& respond) {
    meta_.proof(call.route, what, respond);
}

void ApiService::carryOut(const ApiCall& call, const PostDebugToken& what, const Respond& respond) {
    meta_.debugToken(call.route, what, respond);
}

void ApiService::carryOut(const ApiCall& call, const PostExchange& what, const Respond& respond) {
    meta_.exchange(call.route, what, respond);
}

void ApiService::prune() {
    const Result<int> removed = journal_.prune(clock_.now() - config_.keepAcknowledged);
    if (!removed) {
        qCWarning(lcMailbox) << "cannot remove old items:" << removed.error().detail;
    }
    pruneTimer_.start(removed && *removed > 0 ? kPruneBreath : kPrunePause);
}

} // namespace comanda::mailbox

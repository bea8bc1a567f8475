// One channel under supervision: its present connector, its breakers, its calls.
#pragma once

#include "core/connect/calls.h"
#include "core/connect/connector_run.h"
#include "core/connect/supervisor.h"

#include <QDeadlineTimer>
#include <QObject>

#include <array>
#include <memory>
#include <mutex>

namespace comanda::connect {

// Where calls enter, from any thread.
class Line {
public:
    void open(ConnectorRun* run);
    void close(CallEnd begun = CallEnd::Lost); // and ends every call that waits

    // `answer` is called exactly once, on some thread; `ending` makes the answer when the connector
    // does not.
    template <typename T>
    void call(CallKind kind, Monotonic deadline, std::function<void(T)> answer,
              std::function<T(CallEnd)> ending,
              std::function<void(Connector&, std::function<void(T)>)> work) {
        const auto id =
            calls_->add(kind, deadline, [answer, ending](CallEnd end) { answer(ending(end)); });
        if (!id) {
            answer(ending(CallEnd::NotBegun));
            return;
        }
        const bool posted =
            post([calls = calls_, id = *id, answer, work = std::move(work)](Connector& connector) {
                if (calls->begin(id)) {
                    work(connector, [calls, id, answer](T value) {
                        if (calls->take(id)) {
                            answer(std::move(value));
                        }
                    });
                }
            });
        if (!posted && calls_->take(*id)) {
            answer(ending(CallEnd::NotBegun));
        }
    }

    bool post(ConnectorRun::Work work);
    [[nodiscard]] Calls& calls() { return *calls_; }

private:
    std::mutex mutex_;
    ConnectorRun* run_ = nullptr;
    std::shared_ptr<Calls> calls_ = std::make_shared<Calls>();
};

class SupervisedChannel final : public QObject {
    Q_OBJECT
public:
    struct Plan {
        PlatformModule module;
        ChannelConfig config;
        std::optional<QString> cursor;
        bool start = true; // false: it is only asked things
    };

    SupervisedChannel(const Clock& clock, const SupervisorLimits& limits, MakeHost makeHost,
                      Plan plan, QObject* parent);
    ~SupervisedChannel() override; // waits up to stopWithin when it still runs

    void start();
    void replace(Plan plan); // stops what runs, then starts with the new plan
    void finish();           // for good; ended() follows
    void look();             // after calls, signs of life, restarts

    [[nodiscard]] const std::shared_ptr<Line>& line() const { return line_; }
    [[nodiscard]] bool isRunning() const { return run_ != nullptr && !stopAsked_; }
    [[nodiscard]] int room(CallKind call) const;
    void nudge(CallKind call);

Q_SIGNALS:
    void observed(const comanda::connect::Observation& observation);
    void readyChanged();
    void crashed(const QString& detail);
    void ended();

private:
    void startRun();
    void askToStop();
    void onEnded(ConnectorRun* run);
    void observe(const Observation& observation);
    void leaveBehind(const QString& why);
    void afterTheRun();
    void planRestart(const QString& id, FailureClass failure, const QString& detail);
    void lookAtRun(Monotonic now);
    void noticeReadiness();
    [[nodiscard]] double jitter() const;

    static constexpr std::array kKinds{CallKind::Receive, CallKind::Send, CallKind::Media,
                                       CallKind::Account};

    const Clock& clock_;
    const SupervisorLimits& limits_;
    const MakeHost makeHost_;
    Plan plan_;
    std::optional<Plan> nextPlan_;
    bool finishing_ = false;
    std::shared_ptr<Line> line_ = std::make_shared<Line>();
    ConnectorRun* run_ = nullptr; // owned; deleted in this thread once its thread has ended
    Monotonic runSince_, pinged_;
    int silentLooks_ = 0;
    std::optional<Monotonic> stopAsked_;
    QDeadlineTimer stopDeadline_; // by the machine's clock, for the end of the program
    std::optional<Monotonic> restartAt_;
    Breaker starts_; // of starting the connector at all
    std::array<Breaker, kKinds.size()> breakers_;
    std::array<int, kKinds.size()> shownRoom_{};
};

} // namespace comanda::connect

// What the platforms have in common whose simulator stands on a SimServer.
#pragma once

#include "app/practice/sim_platform.h"

namespace comanda::practice {

template <typename Simulator>
class HttpPlatform : public SimPlatform {
public:
    template <typename Options>
    HttpPlatform(Platform platform, const Options& options)
        : SimPlatform(platform, options.clock), simulator_(options) {}

    [[nodiscard]] Simulator& simulator() { return simulator_; }

    void setFault(const FaultPlan& plan) override { simulator_.server().setFault(plan); }
    void setSilent(bool on) override { simulator_.setSilent(on); }
    void setDuplicating(bool on) override { simulator_.setDuplicating(on); }
    void setReordering(bool on) override { simulator_.setReordering(on); }
    void setRevoked(bool on) override { on ? simulator_.revokeToken() : simulator_.restoreToken(); }

protected:
    Simulator simulator_;
};

} // namespace comanda::practice

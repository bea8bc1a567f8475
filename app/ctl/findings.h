// What doctor says, one thing at a time.
#pragma once

#include <QString>

#include <vector>

namespace comanda::ctl {

enum class Verdict { Good, Warning, Bad };

struct Finding {
    Verdict verdict = Verdict::Good;
    QString what, detail;
};
using Findings = std::vector<Finding>;

} // namespace comanda::ctl

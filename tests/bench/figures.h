// What a benchmark gives back, and the little statistics it needs.
#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <vector>

namespace comanda::bench {

struct Benchmark {
    QString name;
    QJsonObject figures;
    QString notes;
};

using Seconds = std::chrono::duration<double>;
using Stopwatch = std::chrono::steady_clock;

[[nodiscard]] double percentile(std::vector<double> values, double share); // 0.5: median; empty: 0
[[nodiscard]] double rounded(double value);                                // three digits
[[nodiscard]] double peakMegabytes(); // resident, of this process, ever
[[nodiscard]] double megabytes();     // resident, of this process, now; 0: not known here

// `scale` 1 is the contract's size; smaller is quicker and less sure.
[[nodiscard]] Benchmark ingest(double scale);
[[nodiscard]] Benchmark start(double scale);
[[nodiscard]] Benchmark isolation(double scale);

} // namespace comanda::bench

// Cuts a stream of bytes into what a daemon said: lines, or the data of Server-Sent Events. Pure.
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace comanda::signal {

constexpr qsizetype kLineMax = 8 * 1024 * 1024;
constexpr qsizetype kKeptOfTooLong = 64 * 1024;

class Lines {
public:
    // The lines that `bytes` completed, without their ends and without empty ones unless wanted.
    // Of a line that is too long its beginning comes at once, and the rest is dropped.
    [[nodiscard]] std::vector<QByteArray> feed(const QByteArray& bytes, bool emptyToo = false);

private:
    [[nodiscard]] std::optional<QByteArray> append(QByteArrayView part);
    [[nodiscard]] std::optional<QByteArray> end();

    QByteArray line_;
    bool dropping_ = false; // what is left of a line whose beginning was told
};

class EventStream {
public:
    // The data of the events that `bytes` completed. Comments, names and ids are dropped.
    [[nodiscard]] std::vector<QByteArray> feed(const QByteArray& bytes);

private:
    Lines lines_;
    QByteArray data_;
};

} // namespace comanda::signal

// A token or key in memory. It prints itself as <secret>; reveal() is the one way out.
#pragma once

#include <QByteArray>
#include <QDebug>

#include <ostream>

namespace comanda {

class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArray value) : value_(std::move(value)) {}
    Secret(const Secret&) = default;
    Secret(Secret&&) noexcept = default;
    Secret& operator=(const Secret&) = default;
    Secret& operator=(Secret&&) noexcept = default;
    ~Secret(); // wipes the bytes when this is their last holder

    [[nodiscard]] const QByteArray& reveal() const { return value_; }
    [[nodiscard]] bool isEmpty() const { return value_.isEmpty(); }

    bool operator==(const Secret& other) const; // constant time for equal lengths

private:
    QByteArray value_;
};

QDebug operator<<(QDebug debug, const Secret& secret);
std::ostream& operator<<(std::ostream& stream, const Secret& secret);

} // namespace comanda

// Bodies like those that platforms send, broken in the ways in which bodies break. The same seed
// gives the same body.
#pragma once

#include <QByteArray>
#include <QRandomGenerator>

#include <array>

namespace comanda::test {

enum class Mutation {
    Truncate,
    FlipBits,
    SwapType,     // a value becomes one of another type
    DuplicateKey, // the same key twice, with two values
    DropMember,
    MoveValue, // a value where another one stood
    Nest,      // a value inside many lists or objects
    HugeText,
    Noise // bytes that are no text
};
inline constexpr std::array kMutations{
    Mutation::Truncate,     Mutation::FlipBits,   Mutation::SwapType,
    Mutation::DuplicateKey, Mutation::DropMember, Mutation::MoveValue,
    Mutation::Nest,         Mutation::HugeText,   Mutation::Noise};

[[nodiscard]] const char* nameOf(Mutation mutation);
[[nodiscard]] QByteArray mutated(const QByteArray& body, Mutation mutation,
                                 QRandomGenerator& random);

} // namespace comanda::test

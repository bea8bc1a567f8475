// What the practice restaurant sells, in three languages, and a picture that customers can send.
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace comanda::practice {

enum class Tongue { Spanish, English, Portuguese };

struct Dish {
    QString sku;
    QString spanish, english, portuguese;
    int pesos = 0; // COP

    [[nodiscard]] QString name(Tongue tongue) const;
};

[[nodiscard]] const std::vector<Dish>& practiceMenu();

// A small PNG of coloured stripes; different numbers look different.
[[nodiscard]] QByteArray practicePicture(quint32 number);

} // namespace comanda::practice

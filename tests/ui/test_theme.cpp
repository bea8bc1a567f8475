// Colours that can be read, sizes that follow the scale, a picture for every platform.
#include "tests/support/catch.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace comanda;
using namespace comanda::ui;
using namespace Qt::StringLiterals;

namespace {

struct Pair {
    Tone text, ground;
    double least;
};

const std::vector<Pair> kPairs{
    {Tone::Text1, Tone::Surface0, 4.5},          {Tone::Text1, Tone::Surface3, 4.5},
    {Tone::Text2, Tone::Surface0, 4.5},          {Tone::Text2, Tone::Surface2, 4.5},
    {Tone::Text3, Tone::Surface0, 4.5},          {Tone::Text3, Tone::Surface2, 4.5},
    {Tone::Accent, Tone::Surface1, 4.5},         {Tone::Accent, Tone::AccentSoft, 4.5},
    {Tone::OnAccent, Tone::Accent, 4.5},         {Tone::Text1, Tone::BubbleOut, 4.5},
    {Tone::Text2, Tone::BubbleOut, 4.5},         {Tone::New, Tone::NewSoft, 4.5},
    {Tone::Accepted, Tone::AcceptedSoft, 4.5},   {Tone::Preparing, Tone::PreparingSoft, 4.5},
    {Tone::Ready, Tone::ReadySoft, 4.5},         {Tone::Due, Tone::DueSoft, 4.5},
    {Tone::Late, Tone::LateSoft, 4.5},           {Tone::Error, Tone::ErrorSoft, 4.5},
    {Tone::Surface1, Tone::Late, 4.5},           {Tone::OnPractice, Tone::Practice, 4.5},
    {Tone::OnAlert, Tone::AlertGround, 4.5},     {Tone::LineStrong, Tone::Surface1, 3.0},
    {Tone::Focus, Tone::Surface2, 3.0},          {Tone::OnFamily, Tone::FamilyMeta, 3.0},
    {Tone::OnFamily, Tone::FamilyTelegram, 3.0}, {Tone::OnFamily, Tone::FamilyOwn, 3.0},
};

} // namespace

TEST_CASE("the table of tones is in the order of its names", "[ui][theme]") {
    for (std::size_t i = 0; i < kToneCount; ++i) {
        CHECK(static_cast<std::size_t>(toneTable().at(i).tone) == i);
    }
}

TEST_CASE("every text can be read on its ground in both schemes", "[ui][theme]") {
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (const Pair& pair : kPairs) {
            INFO(static_cast<int>(pair.text) << " on " << static_cast<int>(pair.ground) << " dark "
                                             << (scheme == Scheme::Dark));
            CHECK(contrast(colorOf(pair.text, scheme), colorOf(pair.ground, scheme)) >= pair.least);
        }
    }
}

TEST_CASE("the scale is kept within its limits and moves every size", "[ui][theme]") {
    Theme theme;
    const int body = theme.font(TextRole::Body).pixelSize();
    theme.setScale(500);
    CHECK(theme.scale() == kScaleMax);
    CHECK(theme.font(TextRole::Body).pixelSize() == 2 * body);
    CHECK(theme.px(kTarget) == 2 * kTarget);
    theme.setScale(10);
    CHECK(theme.scale() == kScaleMin);
    CHECK(theme.font(TextRole::Small).pixelSize() >= 10);
    CHECK_FALSE(theme.styleSheet().contains(u'@'));
}

TEST_CASE("every platform has a tile and every lamp its own outline", "[ui][theme]") {
    Theme theme;
    const auto drawn = [](auto draw) {
        QImage image(32, 32, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        draw(painter);
        return image;
    };
    std::vector<QImage> tiles;
    for (const Platform platform : kPlatforms) {
        tiles.push_back(
            drawn([&](QPainter& p) { theme.paintTile(p, platform, QRectF(0, 0, 32, 32)); }));
    }
    std::vector<QImage> lamps;
    for (const Lamp lamp : {Lamp::Healthy, Lamp::Doubtful, Lamp::Down, Lamp::NotConnected}) {
        const QImage image =
            drawn([&](QPainter& p) { theme.paintLamp(p, lamp, QRectF(0, 0, 32, 32)); });
        lamps.push_back(image.convertToFormat(QImage::Format_Grayscale8)); // not by colour alone
    }
    for (const auto* images : {&tiles, &lamps}) {
        for (std::size_t i = 0; i < images->size(); ++i) {
            for (std::size_t j = i + 1; j < images->size(); ++j) {
                INFO(i << " and " << j);
                CHECK((*images)[i] != (*images)[j]);
            }
        }
    }
}

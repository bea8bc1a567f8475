#include "core/domain/message.h"
#include "tests/support/catch.h"

using namespace comanda;
using namespace Qt::StringLiterals;

namespace {

Message picture(int id, const QString& album, const QString& text = {}) {
    Message message;
    message.id = MessageId(id);
    message.externalId = QString::number(1000 + id);
    message.groupId = album;
    message.text = text;
    KeptAttachment kept;
    kept.attachment.type = AttachmentType::Image;
    kept.attachment.id = QString::number(id);
    message.attachments = {kept};
    return message;
}

QString pictures(const Message& message) {
    QStringList ids;
    for (const KeptAttachment& kept : message.attachments) {
        ids << kept.attachment.id;
    }
    return ids.join(u' ');
}

} // namespace

TEST_CASE("The parts of an album are one message, in the sender's order", "[domain][message]") {
    const std::vector<Message> rows{picture(3, u"a"_s), picture(1, u"a"_s, u"así las tres"_s),
                                    picture(9, {}, u"otra cosa"_s), picture(2, u"a"_s),
                                    picture(5, u"b"_s)};
    const std::vector<Message> shown = joinAlbums(rows);
    REQUIRE(shown.size() == 3);
    CHECK(shown[0].id == MessageId(3)); // where the first of them stands
    CHECK(pictures(shown[0]) == u"1 2 3"_s);
    CHECK(shown[0].text == u"así las tres"_s);
    CHECK(shown[1] == rows[2]);
    CHECK(shown[2] == rows[4]); // a part alone is a message like any other
}

TEST_CASE("An album says what is true of its parts", "[domain][message]") {
    std::vector<Message> rows{picture(1, u"a"_s, u"uno"_s), picture(2, u"a"_s, u"dos"_s)};
    rows[0].deleted = true;
    rows[1].edited = true;
    rows[1].order = OrderId(7);
    rows[1].reactions = {{u"ana"_s, u"👍"_s}};
    Message album = joinAlbums(rows).at(0);
    CHECK_FALSE(album.deleted); // one of them is still there
    CHECK(album.edited);
    CHECK(album.order == OrderId(7));
    CHECK(album.reactions.size() == 1);
    CHECK(album.text == u"uno\ndos"_s);
    rows[1].deleted = true;
    CHECK(joinAlbums(rows).at(0).deleted);
    rows[1].direction = Direction::Out; // the same word for somebody else's
    CHECK(joinAlbums(rows).size() == 2);
}

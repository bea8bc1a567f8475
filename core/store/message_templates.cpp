// The texts that a channel's platform has approved: kept here so that they can be chosen when the
// window has closed and the platform is slow.
#include "core/base/json.h"
#include "core/store/reader.h"
#include "core/store/tools.h"
#include "core/store/try.h"
#include "core/store/writer.h"

#include <QJsonDocument>

namespace comanda::store {

using namespace Qt::StringLiterals;

Result<> Writer::learnTemplates(ChannelId channel, const std::vector<MessageTemplate>& templates) {
    QMap<std::pair<QString, QString>, QString> wanted; // in the order in which they are read
    for (const MessageTemplate& one : templates) {
        wanted.insert({one.name, one.language}, QString::fromUtf8(toCompactJson(toJson(one))));
    }
    COMANDA_LET(rows, connection_.select(
                          u"SELECT name, language, about FROM message_template WHERE channel = ?"_s,
                          {bind(channel)}));
    QMap<std::pair<QString, QString>, QString> present;
    for (const Row& row : rows) {
        present.insert({row.text(0), row.text(1)}, row.text(2));
    }
    if (present == wanted) {
        return Done{};
    }
    changes_.channels = true;
    COMANDA_TRY(
        connection_.execute(u"DELETE FROM message_template WHERE channel = ?"_s, {bind(channel)}));
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        COMANDA_TRY(connection_.execute(
            u"INSERT INTO message_template (channel, name, language, about) VALUES (?, ?, ?, ?)"_s,
            {bind(channel), it.key().first, it.key().second, it.value()}));
    }
    return Done{};
}

Result<std::vector<MessageTemplate>> Reader::templates(ChannelId channel) {
    COMANDA_LET(rows, connection_.select(u"SELECT about FROM message_template WHERE channel = ?"
                                         " ORDER BY name, language"_s,
                                         {bind(channel)}));
    std::vector<MessageTemplate> templates;
    templates.reserve(rows.size());
    for (const Row& row : rows) {
        templates.push_back(
            messageTemplateFrom(QJsonDocument::fromJson(row.text(0).toUtf8()).object()));
    }
    return templates;
}

} // namespace comanda::store

#include "core/store/tools.h"

#include "core/base/json.h"
#include "core/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <array>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPreviewMax = 160;

template <typename AnyId>
void addOnce(std::vector<AnyId>& ids, AnyId id) {
    if (id.isValid() && std::find(ids.begin(), ids.end(), id) == ids.end()) {
        ids.push_back(id);
    }
}

QString sign(AttachmentType type) {
    switch (type) {
    case AttachmentType::Image:
        return u"📷"_s;
    case AttachmentType::Video:
    case AttachmentType::Animation:
        return u"🎬"_s;
    case AttachmentType::Audio:
        return u"🎤"_s;
    case AttachmentType::Sticker:
        return u"🙂"_s;
    case AttachmentType::Location:
        return u"📍"_s;
    case AttachmentType::Contact:
        return u"👤"_s;
    case AttachmentType::Link:
    case AttachmentType::Story:
    case AttachmentType::Template:
        return u"🔗"_s;
    case AttachmentType::File:
    case AttachmentType::Unsupported:
        return u"📎"_s;
    }
    Q_UNREACHABLE();
}

QString caption(const Attachment& attachment) {
    for (const QString& words :
         {attachment.title, attachment.contactName, attachment.name, attachment.what}) {
        if (!words.isEmpty()) {
            return u' ' + words;
        }
    }
    return {};
}

} // namespace

void noteChange(ChangeSet& changes, ConversationId conversation) {
    addOnce(changes.conversations, conversation);
}

void noteChange(ChangeSet& changes, OrderId order) {
    addOnce(changes.orders, order);
}

QVariant orNull(const QString& text) {
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QString idsJson(const QMap<QString, QString>& ids) {
    QJsonObject json;
    for (auto it = ids.begin(); it != ids.end(); ++it) {
        json.insert(it.key(), it.value());
    }
    return QString::fromUtf8(toCompactJson(json));
}

QMap<QString, QString> idsFrom(const QString& json) {
    QMap<QString, QString> ids;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        ids.insert(it.key(), it.value().toString());
    }
    return ids;
}

QString newClientReference() {
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    const QByteArray bytes(reinterpret_cast<const char*>(random.data()), sizeof random);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString placeholders(qsizetype count) {
    QString list = u"?, "_s.repeated(count);
    list.chop(2);
    return list;
}

QString handleOf(const QMap<QString, QString>& ids) {
    const QString name = ids.value(u"username"_s);
    return firstShown({ids.value(u"phone"_s),
                       name.isEmpty() || name.startsWith(u'@') ? name : u'@' + name,
                       ids.value(u"email"_s)});
}

QString shownName(const QString& name, const QMap<QString, QString>& ids, const QString& address) {
    return firstShown({name, handleOf(ids), address});
}

QString preview(const QString& text, const std::vector<Attachment>& attachments,
                const std::vector<CartItem>& cart, const QHash<QString, QString>& names) {
    QStringList parts;
    for (const CartItem& item : cart) {
        parts.append(u"%1 × %2"_s.arg(QString::number(item.quantity),
                                      firstShown({names.value(item.sku), item.sku, u"?"_s})));
    }
    QString line = cart.empty() ? QString() : u"🛒 "_s + parts.join(", "_L1);
    if (!attachments.empty()) {
        line = sign(attachments.front().type)
               + (text.isEmpty() ? caption(attachments.front()) : QString());
    }
    if (!text.isEmpty()) {
        line = line.isEmpty() ? text : line + u' ' + text;
    }
    return displayLine(line, kPreviewMax);
}

QString cartJson(const std::vector<CartItem>& cart) {
    if (cart.empty()) {
        return {};
    }
    QJsonArray array;
    for (const CartItem& item : cart) {
        array.append(QJsonObject{{u"sku"_s, item.sku},
                                 {u"qty"_s, item.quantity},
                                 {u"price"_s, item.price},
                                 {u"currency"_s, item.currency}});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<CartItem> cartFrom(const QString& json) {
    std::vector<CartItem> cart;
    for (const QJsonValue value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonObject item = value.toObject();
        cart.push_back({item.value("sku"_L1).toString(), item.value("qty"_L1).toInt(1),
                        item.value("price"_L1).toString(), item.value("currency"_L1).toString()});
    }
    return cart;
}

QString nameWords(const QString& name, const QMap<QString, QString>& ids, const QString& address) {
    QStringList words = foldedWords(name, 50);
    for (const QString& value : ids) {
        words += foldedWords(value, 10);
    }
    words += foldedWords(address, 10);
    words.removeDuplicates();
    return words.isEmpty() ? QString() : u' ' + words.join(u' ');
}

} // namespace comanda::store

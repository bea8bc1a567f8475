#include "core/hub/desk.h"

#include "core/hub/sniff.h"
#include "core/security/sealing.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

namespace comanda::hub {
namespace {

using namespace Qt::StringLiterals;

// An answer that could not leave for so long is no answer any more: a person decides then.
constexpr Millis kAnswerExpires = std::chrono::hours(12);

AttachmentType typeFor(const QString& mime) {
    if (mime.startsWith("image/"_L1)) {
        return AttachmentType::Image;
    }
    if (mime.startsWith("video/"_L1)) {
        return AttachmentType::Video;
    }
    return mime.startsWith("audio/"_L1) ? AttachmentType::Audio : AttachmentType::File;
}

Error cannotKeep(const QString& path) {
    return {ErrorKind::Storage, u"media.cannot_keep"_s, {}, path, std::nullopt};
}

// The store takes a file by moving it; the person's own stays where it is.
Result<KeptAttachment> keepCopy(store::MediaStore& media, const QString& path) {
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable() || info.size() == 0) {
        return fail(ErrorKind::NotFound, u"media.cannot_read"_s, path,
                    {{u"file"_s, info.fileName()}});
    }
    const QString copy =
        media.temporaryDir() + u"/send-"_s + QString::fromLatin1(security::randomToken());
    if (!QFile::copy(path, copy)) {
        return fail(cannotKeep(path));
    }
    QFile file(copy);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!file.open(QIODevice::ReadOnly)) {
        QFile::remove(copy);
        return fail(cannotKeep(copy));
    }
    KeptAttachment kept;
    kept.attachment.mime = QMimeDatabase().mimeTypeForFile(info).name();
    kept.attachment.type = typeFor(kept.attachment.mime);
    kept.attachment.name = info.fileName();
    kept.attachment.size = file.size();
    kept.extension = extensionFor(file.read(kSniffBytes));
    kept.size = file.size();
    file.close();
    auto sha = media.keep(copy);
    if (!sha) {
        QFile::remove(copy);
        return fail(sha.error());
    }
    kept.sha256 = *sha;
    kept.state = MediaState::Kept;
    return kept;
}

} // namespace

Desk::Desk(store::Store& store, const Clock& clock, QObject* parent)
    : QObject(parent), store_(store), clock_(clock) {}

void Desk::setActor(const Actor& actor) {
    actor_ = actor;
}

const Actor& Desk::actor() const {
    return actor_;
}

void Desk::setShop(const Shop& shop) {
    if (shop_ != shop) {
        shop_ = shop;
        Q_EMIT shopChanged();
    }
}

const Shop& Desk::shop() const {
    return shop_;
}

void Desk::enqueue(store::Outgoing outgoing, QObject* receiver, DoneMessage done) {
    outgoing.author = actor_.name;
    outgoing.expires = clock_.now() + kAnswerExpires;
    store_.write<MessageId>(
        receiver,
        [outgoing = std::move(outgoing)](store::Writer& writer) {
            return writer.enqueue(outgoing);
        },
        std::move(done));
}

void Desk::sendText(ConversationId conversation, const QString& text,
                    std::optional<MessageId> replyTo, QObject* receiver, DoneMessage done) {
    Question question = askedIn(text);
    store::Outgoing outgoing;
    outgoing.conversation = conversation;
    outgoing.text = std::move(question.text);
    outgoing.buttons = std::move(question.answers);
    outgoing.replyTo = replyTo;
    enqueue(std::move(outgoing), receiver, std::move(done));
}

void Desk::enqueueWithFile(store::Outgoing outgoing, const QString& path, QObject* receiver,
                           DoneMessage done) {
    auto kept =
        replyTo<Result<KeptAttachment>>(receiver, [=, this](const Result<KeptAttachment>& file) {
            if (!file) {
                done(fail(file.error()));
                return;
            }
            store::Outgoing whole = outgoing;
            whole.media = *file;
            enqueue(std::move(whole), receiver, done);
        });
    files_.start([&media = store_.media(), path, kept] { kept(keepCopy(media, path)); });
}

void Desk::sendFile(ConversationId conversation, const QString& path, const QString& caption,
                    QObject* receiver, DoneMessage done) {
    store::Outgoing outgoing;
    outgoing.conversation = conversation;
    outgoing.text = caption;
    enqueueWithFile(std::move(outgoing), path, receiver, std::move(done));
}

void Desk::sendTemplate(ConversationId conversation, const TemplateUse& use, const QString& text,
                        const QString& path, QObject* receiver, DoneMessage done) {
    store::Outgoing outgoing;
    outgoing.conversation = conversation;
    outgoing.text = text;
    outgoing.templated = use;
    if (path.isEmpty()) {
        enqueue(std::move(outgoing), receiver, std::move(done));
    } else {
        enqueueWithFile(std::move(outgoing), path, receiver, std::move(done));
    }
}

void Desk::answerPrivately(ConversationId conversation, MessageId comment, const QString& text,
                           QObject* receiver, DoneMessage done) {
    store::Outgoing outgoing;
    outgoing.conversation = conversation;
    outgoing.text = text;
    outgoing.replyTo = comment;
    outgoing.privately = true;
    enqueue(std::move(outgoing), receiver, std::move(done));
}

void Desk::askNumber(ConversationId conversation, const QString& text, QObject* receiver,
                     DoneMessage done) {
    store::Outgoing outgoing;
    outgoing.conversation = conversation;
    outgoing.text = text;
    outgoing.asksNumber = true;
    enqueue(std::move(outgoing), receiver, std::move(done));
}

void Desk::noteTyping(ConversationId conversation) {
    Q_EMIT answerBegun(conversation);
}

void Desk::react(ConversationId conversation, MessageId message, const QString& emoji,
                 QObject* receiver, DoneMessage done) {
    store::Outgoing outgoing;
    outgoing.conversation = conversation;
    outgoing.text = emoji;
    outgoing.reactTo = message;
    enqueue(std::move(outgoing), receiver, std::move(done));
}

void Desk::editMessage(ConversationId conversation, MessageId message, const QString& text,
                       QObject* receiver, DoneMessage done) {
    store::Outgoing outgoing;
    outgoing.conversation = conversation;
    outgoing.text = text;
    outgoing.edits = message;
    enqueue(std::move(outgoing), receiver, std::move(done));
}

void Desk::takeBack(ConversationId conversation, MessageId message, QObject* receiver,
                    DoneMessage done) {
    store::Outgoing outgoing;
    outgoing.conversation = conversation;
    outgoing.deletes = message;
    enqueue(std::move(outgoing), receiver, std::move(done));
}

void Desk::resend(MessageId message, QObject* receiver, DoneNothing done) {
    store_.write<Done>(
        receiver, [message](store::Writer& writer) { return writer.resend(message); },
        std::move(done));
}

void Desk::confirmArrived(MessageId message, QObject* receiver, DoneNothing done) {
    store_.write<Done>(
        receiver, [message](store::Writer& writer) { return writer.confirmArrived(message); },
        std::move(done));
}

void Desk::cancelWaiting(MessageId message, QObject* receiver, DoneNothing done) {
    store_.write<Done>(
        receiver, [message](store::Writer& writer) { return writer.cancelWaiting(message); },
        std::move(done));
}

void Desk::markRead(ConversationId conversation, QObject* receiver, DoneNothing done) {
    store_.write<Done>(
        receiver, [conversation](store::Writer& writer) { return writer.markRead(conversation); },
        [this, conversation, done = std::move(done)](Result<> written) {
            if (written) {
                Q_EMIT conversationRead(conversation);
            }
            done(std::move(written));
        });
}

void Desk::createOrder(const store::Writer::NewOrder& order, QObject* receiver, DoneOrder done) {
    store_.write<Order>(
        receiver,
        [order, who = actor_, shop = shop_](store::Writer& writer) {
            return writer.createOrder(order, who, shop);
        },
        std::move(done));
}

void Desk::changeOrder(OrderId order, int version, const OrderCommand& command, QObject* receiver,
                       DoneOrder done) {
    store_.write<Order>(
        receiver,
        [order, version, command, who = actor_, shop = shop_](store::Writer& writer) {
            return writer.changeOrder(order, version, command, who, shop);
        },
        std::move(done));
}

} // namespace comanda::hub

#include "core/store/traits.h"

#include "core/base/phone.h"
#include "core/store/customers.h"
#include "core/store/try.h"

#include <algorithm>
#include <set>

namespace comanda::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCandidatesMax = 20; // by one trait: what more people share says nothing

Result<> done(const Result<int>& affected) {
    return affected ? Result<>(Done{}) : fail(affected.error());
}

Result<> leave(Connection& db, CustomerId customer, const QString& kind, const QString& value,
               const QString& words) {
    if (value.isEmpty() || !customer.isValid()) {
        return Done{};
    }
    return done(db.execute(u"INSERT INTO trait (kind, value, customer, words) VALUES (?, ?, ?, ?)"
                           " ON CONFLICT (kind, value, customer) DO UPDATE SET"
                           " words = excluded.words"_s,
                           {kind, value, bind(customer), words}));
}

// Of one person wherever the account meets them: under a picture and in a chat, with the bot and
// with the owner.
bool isAccount(const QString& kind) {
    return kind == "igsid"_L1 || kind == "telegram"_L1 || kind == "telegram_business"_L1;
}

QString amongst(qsizetype count) {
    return u" IN ("_s + placeholders(count) + u')';
}

// Every row says once who and where; the newest place of each.
void addSpeakers(const std::vector<Row>& rows, std::vector<Identity>& identities) {
    std::set<std::pair<ChannelId, QString>> known;
    for (const Row& row : rows) {
        Identity identity;
        identity.customer = row.id<CustomerId>(0);
        identity.conversation = row.id<ConversationId>(1);
        identity.channel = row.id<ChannelId>(2);
        identity.platform = platformFrom(row.text(3)).value_or(Platform::Facebook);
        identity.comments = true;
        identity.name = row.text(4);
        if (known.insert({identity.channel, row.text(5)}).second) {
            identities.push_back(std::move(identity));
        }
    }
}

// What the platforms address these conversations by.
Result<> addAddresses(Connection& db, const QVariantList& conversations, Traits& traits) {
    if (conversations.isEmpty()) {
        return Done{};
    }
    COMANDA_LET(rows, db.select(u"SELECT channel, kind, value FROM identity"
                                " WHERE former_at IS NULL AND conversation"_s
                                    + amongst(conversations.size()) + u" ORDER BY seen_at, value"_s,
                                conversations));
    for (const Row& row : rows) {
        if (row.text(1) == "phone"_L1) {
            traits.numbers << row.text(2);
        } else if (isAccount(row.text(1))) {
            traits.ids.emplace_back(row.id<ChannelId>(0), row.text(2));
        }
    }
    return Done{};
}

class Candidates {
public:
    explicit Candidates(Connection& db) : db_(db) {}

    Result<> add(const QString& sql, QVariantList values) {
        values << kCandidatesMax;
        COMANDA_LET(rows, db_.select(sql + u" LIMIT ?"_s, values));
        for (const Row& row : rows) {
            if (const auto id = row.id<CustomerId>(0); id.isValid()) {
                found_.insert(id);
            }
        }
        return Done{};
    }
    [[nodiscard]] std::vector<CustomerId> all() const { return {found_.begin(), found_.end()}; }

private:
    Connection& db_;
    std::set<CustomerId> found_;
};

Result<> addByNumbers(Candidates& candidates, const Traits& traits) {
    std::set<QString> tails;
    for (const QString& number : traits.numbers + traits.orderNumbers + traits.cardNumbers) {
        tails.insert(numberTail(number));
    }
    tails.erase(QString());
    for (const QString& tail : tails) {
        // In the words of the index.
        COMANDA_TRY(candidates.add(u"SELECT c.customer FROM identity i JOIN conversation c"
                                   " ON c.id = i.conversation WHERE i.kind = 'phone'"
                                   " AND substr(i.value, length(i.value) - 7) = ?"_s,
                                   {tail}));
        COMANDA_TRY(candidates.add(
            u"SELECT customer FROM trait WHERE kind IN ('phone', 'card') AND value = ?"_s, {tail}));
    }
    return Done{};
}

Result<> addByNames(Candidates& candidates, const Traits& traits) {
    for (const Traits::Name& name : traits.names) {
        const bool instagram = name.platform == Platform::Instagram;
        if (name.name.isEmpty()) {
            continue;
        }
        if (name.comments) {
            COMANDA_TRY(candidates.add(
                u"SELECT c.customer FROM customer k JOIN conversation c ON c.customer = k.id"
                " WHERE k.name = ? AND c.platform = ?"_s,
                {name.name, toWord(instagram ? Platform::Instagram : Platform::Messenger)}));
        } else if (instagram || name.platform == Platform::Messenger) {
            COMANDA_TRY(candidates.add(
                u"SELECT s.customer FROM speaker s JOIN channel h ON h.id = s.channel"
                " WHERE s.name = ? AND h.platform = ?"_s,
                {name.name, toWord(instagram ? Platform::Instagram : Platform::Facebook)}));
        }
    }
    return Done{};
}

Result<> addByIds(Candidates& candidates, const Traits& traits) {
    for (const auto& [channel, value] : traits.ids) {
        COMANDA_TRY(
            candidates.add(u"SELECT customer FROM speaker WHERE channel = ? AND value = ?"_s,
                           {bind(channel), value}));
        COMANDA_TRY(candidates.add(
            u"SELECT c.customer FROM identity i JOIN conversation c ON c.id = i.conversation"
            " WHERE i.channel = ? AND i.kind IN ('igsid', 'telegram', 'telegram_business')"
            " AND i.value = ?"_s,
            {bind(channel), value}));
    }
    return Done{};
}

} // namespace

Result<> leaveDetails(const Tools& tools, CustomerId customer, const OrderDetails& details) {
    COMANDA_TRY(leave(tools.db, customer, u"phone"_s, numberTail(details.phone), details.phone));
    return leave(tools.db, customer, u"address"_s, addressKey(details.address), details.address);
}

Result<> leaveAddress(const Tools& tools, CustomerId customer, const QString& was,
                      const QString& now) {
    COMANDA_TRY(tools.db.execute(
        u"DELETE FROM trait WHERE kind = 'address' AND value = ? AND customer = ?"_s,
        {addressKey(was), bind(customer)}));
    return leave(tools.db, customer, u"address"_s, addressKey(now), now);
}

Result<> leaveContacts(const Tools& tools, ConversationId conversation,
                       const std::vector<Attachment>& attachments) {
    for (const Attachment& attachment : attachments) {
        if (attachment.type != AttachmentType::Contact) {
            continue;
        }
        COMANDA_LET(row, tools.db.selectOne(u"SELECT customer FROM conversation WHERE id = ?"_s,
                                            {bind(conversation)}));
        for (const QString& phone : attachment.phones) {
            COMANDA_TRY(leave(tools.db, row ? row->id<CustomerId>(0) : CustomerId(), u"card"_s,
                              numberTail(phone), phone));
        }
    }
    return Done{};
}

Result<> noteSpeaker(const Tools& tools, ChannelId channel, ConversationId conversation,
                     const Event& event, Time when) {
    if (event.kind != EventKind::Comment || event.direction != Direction::In
        || event.senderId.isEmpty()) {
        return Done{};
    }
    COMANDA_LET(known,
                tools.db.selectOne(
                    u"SELECT customer FROM speaker WHERE channel = ? AND value = ? LIMIT 1"_s,
                    {bind(channel), event.senderId}));
    qint64 customer = known ? known->integer(0) : 0;
    if (!known) {
        COMANDA_LET(
            made,
            tools.db.insert(u"INSERT INTO customer (name, created_at) VALUES (?, ?) RETURNING id"_s,
                            {event.senderName, bind(tools.clock.now())}));
        customer = made;
    }
    return done(tools.db.execute(
        u"INSERT INTO speaker (channel, value, conversation, customer, name, last_at)"
        " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (channel, value, conversation) DO UPDATE SET"
        " name = CASE WHEN excluded.name <> '' THEN excluded.name ELSE speaker.name END,"
        " last_at = excluded.last_at WHERE speaker.last_at <= excluded.last_at"_s,
        {bind(channel), event.senderId, bind(conversation), customer, event.senderName,
         bind(when)}));
}

Result<CustomerId> speakerBehind(Connection& db, ConversationId conversation,
                                 const std::vector<MessageId>& sources) {
    for (const MessageId source : sources) {
        COMANDA_LET(row, db.selectOne(u"SELECT s.customer FROM message m JOIN speaker s"
                                      " ON s.conversation = m.conversation AND s.name = m.author"
                                      " WHERE m.id = ? ORDER BY s.last_at DESC LIMIT 1"_s,
                                      {bind(source)}));
        if (row) {
            return row->id<CustomerId>(0);
        }
    }
    COMANDA_LET(only, db.selectOne(u"SELECT min(customer), count(*) FROM speaker"
                                   " WHERE conversation = ?"_s,
                                   {bind(conversation)}));
    return only && only->integer(1) == 1 ? only->id<CustomerId>(0) : CustomerId();
}

Result<std::vector<Identity>> identitiesOf(Connection& db, const std::vector<CustomerId>& person) {
    const QString theirs = amongst(static_cast<qsizetype>(person.size()));
    COMANDA_LET(rows, db.select(u"SELECT customer, id, channel, platform, name, ids, address"
                                " FROM conversation WHERE merged_into IS NULL AND customer"_s
                                    + theirs + u" ORDER BY id"_s,
                                bindAll(person)));
    std::vector<Identity> identities;
    for (const Row& row : rows) {
        const QMap<QString, QString> ids = idsFrom(row.text(5));
        const QString handle = handleOf(ids);
        Identity identity;
        identity.customer = row.id<CustomerId>(0);
        identity.conversation = row.id<ConversationId>(1);
        identity.channel = row.id<ChannelId>(2);
        identity.platform = platformFrom(row.text(3)).value_or(Platform::Telegram);
        identity.name = shownName(row.text(4), ids, row.text(6));
        identity.handle = identity.name == handle ? QString() : handle;
        identities.push_back(std::move(identity));
    }
    COMANDA_LET(speakers,
                db.select(u"SELECT s.customer, s.conversation, s.channel, h.platform, s.name,"
                          " s.value FROM speaker s JOIN channel h ON h.id = s.channel"
                          " WHERE s.customer"_s
                              + theirs + u" ORDER BY s.last_at DESC, s.conversation DESC"_s,
                          bindAll(person)));
    addSpeakers(speakers, identities);
    return identities;
}

Result<Traits> traitsOf(Connection& db, const std::vector<CustomerId>& person,
                        const std::vector<Identity>& identities) {
    Traits traits;
    QVariantList chats;
    for (const Identity& identity : identities) {
        traits.names.push_back({identity.platform, identity.comments, identity.name});
        if (!identity.comments) {
            chats << bind(identity.conversation);
        }
    }
    COMANDA_TRY(addAddresses(db, chats, traits));
    const QString theirs = amongst(static_cast<qsizetype>(person.size()));
    COMANDA_LET(spoke,
                db.select(u"SELECT DISTINCT channel, value FROM speaker WHERE customer"_s + theirs,
                          bindAll(person)));
    for (const Row& row : spoke) {
        traits.ids.emplace_back(row.id<ChannelId>(0), row.text(1));
    }
    COMANDA_LET(left, db.select(u"SELECT kind, words FROM trait WHERE customer"_s + theirs
                                    + u" ORDER BY kind, value"_s,
                                bindAll(person)));
    for (const Row& row : left) {
        (row.text(0) == "phone"_L1  ? traits.orderNumbers
         : row.text(0) == "card"_L1 ? traits.cardNumbers
                                    : traits.addresses)
            << row.text(1);
    }
    return traits;
}

Result<std::vector<CustomerId>> candidatesFor(Connection& db, const Traits& traits) {
    Candidates candidates(db);
    COMANDA_TRY(addByNumbers(candidates, traits));
    COMANDA_TRY(addByNames(candidates, traits));
    COMANDA_TRY(addByIds(candidates, traits));
    for (const QString& address : traits.addresses) {
        COMANDA_TRY(
            candidates.add(u"SELECT customer FROM trait WHERE kind = 'address' AND value = ?"_s,
                           {addressKey(address)}));
    }
    return candidates.all();
}

} // namespace comanda::store

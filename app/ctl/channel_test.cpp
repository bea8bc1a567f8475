#include "app/ctl/channel_test.h"

#include "app/ctl/channel_checks.h"
#include "app/ctl/store_access.h"
#include "app/text/words.h"

#include <QJsonArray>
#include <QJsonObject>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;

Result<std::vector<ChannelConfig>> chosenChannels(store::Store& store, const QString& id) {
    std::vector<ChannelConfig> chosen;
    const auto asked = store.readNow([&](store::Reader& reader) -> Result<> {
        auto channels = reader.channels();
        if (!channels) {
            return fail(channels.error());
        }
        for (ChannelConfig& channel : *channels) {
            if (id.isEmpty() || QString::number(channel.id.value()) == id) {
                chosen.push_back(std::move(channel));
            }
        }
        return Done{};
    });
    if (!asked) {
        return fail(asked.error());
    }
    if (chosen.empty()) {
        return fail(ErrorKind::NotFound, u"channel.none"_s);
    }
    return chosen;
}

Result<std::vector<CheckedChannel>> asked(const Invocation& invocation) {
    const SystemClock clock;
    const auto config = hub::configFor(invocation.dataDir, invocation.configFile);
    if (!config) {
        return fail(config.error());
    }
    const auto store = store::Store::open(hub::storeFor(*config, invocation.dataDir),
                                          store::Access::ReadOnly, clock);
    if (!store) {
        return fail(store.error());
    }
    const auto channels = chosenChannels(**store, invocation.arguments.value(0));
    if (!channels) {
        return fail(channels.error());
    }
    hub::Secrets secrets(**store, invocation.dataDir);
    const Result<> open = openKeys(secrets);
    if (!open) {
        return fail(open.error());
    }
    const auto mailbox = mailboxUrl(**store);
    if (!mailbox) {
        return fail(mailbox.error());
    }
    return checkChannels(*channels, secrets, *mailbox);
}

QJsonObject asJson(const CheckedChannel& checked) {
    QJsonObject json{{u"id"_s, static_cast<qint64>(checked.channel.id.value())},
                     {u"channel"_s, toWord(checked.channel.platform)},
                     {u"ok"_s, checked.answer.has_value()}};
    if (checked.answer) {
        json.insert(u"account"_s, checked.answer->account);
        json.insert(u"name"_s, checked.answer->name);
        json.insert(u"warnings"_s, QJsonArray::fromStringList(checked.answer->warnings));
    } else {
        json.insert(u"why"_s, text::describe(checked.answer.error()));
    }
    return json;
}

void print(const CheckedChannel& checked) {
    const QString& name = checked.channel.name;
    if (!checked.answer) {
        printLine(u"%1  failed: %2"_s.arg(name, text::describe(checked.answer.error())));
        return;
    }
    printLine(u"%1  ok  %2 (%3)"_s.arg(name, checked.answer->name, checked.answer->account));
    for (const QString& warning : checked.answer->warnings) {
        printLine(u"%1  warning: %2"_s.arg(name, text::describe(warning)));
    }
}

} // namespace

int testChannels(const Invocation& invocation) {
    bool isNumber = true;
    if (!invocation.arguments.isEmpty()) {
        invocation.arguments.first().toLongLong(&isNumber);
    }
    if (invocation.arguments.size() > 1 || !isNumber) {
        return wrongUsage(u"channels test takes the number of one channel, or nothing"_s);
    }
    const auto answers = asked(invocation);
    if (!answers) {
        return failed(answers.error());
    }
    int failures = 0;
    QJsonArray json;
    for (const CheckedChannel& checked : *answers) {
        failures += checked.answer ? 0 : 1;
        if (invocation.json) {
            json.append(asJson(checked));
        } else {
            print(checked);
        }
    }
    if (invocation.json) {
        printJson(json);
    }
    return failures == 0 ? kDone
                         : failed(u"%1 of %2 channels failed"_s.arg(failures).arg(answers->size()));
}

} // namespace comanda::ctl

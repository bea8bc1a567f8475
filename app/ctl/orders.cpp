// comandactl orders list|export
#include "app/ctl/store_access.h"
#include "app/text/words.h"
#include "core/domain/order_export.h"

#include <QJsonArray>
#include <QJsonObject>

namespace comanda::ctl {
namespace {

using namespace Qt::StringLiterals;

struct Range {
    QDate from, to;
    QString format = u"json"_s;
};

Result<Range> parseRange(const Invocation& invocation) {
    Range range;
    range.to = QDate::currentDate().addDays(1);
    range.from = range.to.addDays(-31);
    const QStringList& arguments = invocation.arguments;
    for (qsizetype i = 0; i < arguments.size(); i += 2) {
        const QString value = arguments.value(i + 1);
        if (arguments[i] == "--from"_L1) {
            range.from = QDate::fromString(value, Qt::ISODate);
        } else if (arguments[i] == "--to"_L1) {
            range.to = QDate::fromString(value, Qt::ISODate);
        } else if (arguments[i] == "--format"_L1) {
            range.format = value;
        } else {
            return fail(ErrorKind::Invalid, u"ctl.usage"_s, u"unknown option "_s + arguments[i]);
        }
    }
    if (!range.from.isValid() || !range.to.isValid()) {
        return fail(ErrorKind::Invalid, u"ctl.usage"_s, u"dates are written 2026-03-14"_s);
    }
    if (range.from > range.to) {
        return fail(ErrorKind::Invalid, u"ctl.usage"_s, u"--from is after --to"_s);
    }
    if (range.format != "json"_L1 && range.format != "csv"_L1) {
        return fail(ErrorKind::Invalid, u"ctl.usage"_s, u"the format is json or csv"_s);
    }
    return range;
}

Result<std::vector<ExportedOrder>> exported(const Invocation& invocation, const Range& range) {
    return ask<std::vector<ExportedOrder>>(
        invocation, [&](store::Reader& reader) -> Result<std::vector<ExportedOrder>> {
            const auto channels = reader.channels();
            const auto orders = reader.ordersBetween(range.from, range.to);
            if (!channels || !orders) {
                return fail(channels ? orders.error() : channels.error());
            }
            std::vector<ExportedOrder> rows;
            for (const Order& order : *orders) {
                ExportedOrder row{order, {}};
                for (const ChannelConfig& channel : *channels) {
                    if (channel.id == order.channel) {
                        row.account = channel.account;
                    }
                }
                rows.push_back(std::move(row));
            }
            return rows;
        });
}

QJsonObject asJson(const std::vector<ExportedOrder>& orders) {
    QJsonArray array;
    for (const ExportedOrder& order : orders) {
        array.append(exportJson(order));
    }
    return {{u"schema"_s, u"comanda-orders/1"_s}, {u"orders"_s, array}};
}

void printTable(const std::vector<ExportedOrder>& orders) {
    for (const ExportedOrder& exported : orders) {
        const Order& order = exported.order;
        const auto total = order.total();
        printLine(u"%1  %2  %3  %4  %5  %6"_s.arg(order.businessDay.toString(Qt::ISODate))
                      .arg(order.number, 4)
                      .arg(toWord(order.state), -16)
                      .arg(toWord(order.platform), -9)
                      .arg(total ? total->toDecimal() + u' ' + order.currency.code : u"-"_s, 14)
                      .arg(text::customerName(order.details)));
    }
}

int run(const Invocation& invocation, bool table) {
    const auto range = parseRange(invocation);
    if (!range) {
        return wrongUsage(range.error().detail);
    }
    const auto orders = exported(invocation, *range);
    if (!orders) {
        return failed(orders.error());
    }
    if (table) {
        printTable(*orders);
    } else if (range->format == "csv"_L1) {
        printBytes(exportCsv(*orders));
    } else {
        printJson(asJson(*orders));
    }
    return kDone;
}

} // namespace

std::vector<Command> orderCommands() {
    return {{u"orders list"_s, u"[--from DAY] [--to DAY]"_s,
             u"orders by business day, one a line"_s,
             [](const Invocation& invocation) { return run(invocation, !invocation.json); }},
            {u"orders export"_s, u"[--from DAY] [--to DAY] [--format csv|json]"_s,
             u"orders as comanda-orders/1"_s,
             [](const Invocation& invocation) { return run(invocation, false); }}};
}

} // namespace comanda::ctl

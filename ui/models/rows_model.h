// A list model over values with an id: a fresh reading becomes the fewest inserts, moves, removals
// and changes, so that a view keeps its selection and its place.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace comanda::ui {

template <typename Row>
class RowsModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }
    [[nodiscard]] const Row* at(int row) const {
        return row >= 0 && row < static_cast<int>(rows_.size())
                   ? &rows_[static_cast<std::size_t>(row)]
                   : nullptr;
    }
    [[nodiscard]] const Row* at(const QModelIndex& index) const { return at(index.row()); }
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] int rowOf(decltype(Row::id) id) const {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i].id == id) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }

    void replace(std::vector<Row> fresh) {
        removeMissing(fresh);
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            settle(static_cast<int>(i), std::move(fresh[i]));
        }
    }

private:
    void removeMissing(const std::vector<Row>& fresh) {
        QSet<decltype(Row::id)> kept;
        for (const Row& row : fresh) {
            kept.insert(row.id);
        }
        for (int last = rowCount() - 1; last >= 0; --last) {
            if (kept.contains(at(last)->id)) {
                continue;
            }
            int first = last;
            while (first > 0 && !kept.contains(at(first - 1)->id)) {
                --first;
            }
            beginRemoveRows({}, first, last);
            rows_.erase(rows_.begin() + first, rows_.begin() + last + 1);
            endRemoveRows();
            last = first;
        }
    }

    // Everything before `place` is already as it should be.
    void settle(int place, Row row) {
        int found = place;
        while (found < rowCount() && at(found)->id != row.id) {
            ++found;
        }
        if (found == rowCount()) {
            beginInsertRows({}, place, place);
            rows_.insert(rows_.begin() + place, std::move(row));
            endInsertRows();
            return;
        }
        if (found != place) {
            beginMoveRows({}, found, found, {}, place);
            std::rotate(rows_.begin() + place, rows_.begin() + found, rows_.begin() + found + 1);
            endMoveRows();
        }
        Row& mine = rows_[static_cast<std::size_t>(place)];
        if (mine != row) {
            mine = std::move(row);
            Q_EMIT dataChanged(index(place), index(place));
        }
    }

    std::vector<Row> rows_;
};

} // namespace comanda::ui

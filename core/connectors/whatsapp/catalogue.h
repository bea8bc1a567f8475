// The names of the articles in the restaurant's catalogue: carts carry retailer ids only.
#pragma once

#include "core/connect/connector.h"
#include "core/connectors/graph/caller.h"

#include <QMap>
#include <QObject>
#include <QTimer>

namespace comanda::whatsapp {

// Reads them at the start and every few hours, as well as it goes: failures show on no light.
class Catalogue final : public QObject {
    Q_OBJECT
public:
    Catalogue(graph::Caller& caller, QString catalogueId, const connect::Host& host,
              QObject* parent = nullptr);

    void start();
    void stop();

private:
    void readFrom(const QString& cursor, int page);
    void pageRead(const net::HttpResult& result, const QString& cursor, int page);
    void finish(bool complete);

    graph::Caller& caller_;
    QString catalogueId_;
    connect::Host host_;
    QTimer again_;
    QMap<QString, QString> names_; // by retailer id
};

} // namespace comanda::whatsapp

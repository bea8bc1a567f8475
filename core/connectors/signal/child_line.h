// A signal-cli that we start ourselves and that ends with the channel: one JSON object a line over
// its standard input and output.
#pragma once

#include "core/connectors/signal/socket_line.h"

#include <QProcess>

namespace comanda::signal {

class ChildLine final : public StreamLine {
    Q_OBJECT
public:
    explicit ChildLine(const Place& place, QObject* parent = nullptr);
    ~ChildLine() override;
    void open() override;
    void close() override;

private:
    void readErrors();
    void finished(int code);

    QProcess process_;
    Place place_;
    QByteArray errors_; // the end of what it complained about
};

} // namespace comanda::signal

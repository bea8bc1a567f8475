#include "app/practice/graph_error.h"

namespace comanda::practice {

using namespace Qt::StringLiterals;

GraphError graphError(int code, const QString& message, const QString& details) {
    GraphError error;
    error.code = code;
    error.message = u"(#%1) %2"_s.arg(code).arg(message);
    error.details = details;
    return error;
}

GraphError graphError(int code, int subcode, const QString& message) {
    GraphError error = graphError(code, message);
    error.subcode = subcode;
    return error;
}

GraphError noSuchNode(const QString& id) {
    GraphError error =
        graphError(100, 33,
                   u"Unsupported request. Object with ID '%1' does not exist, cannot be loaded due "
                   "to missing permissions, or does not support this operation"_s.arg(id));
    error.type = u"GraphMethodException"_s;
    return error;
}

SimResponse toResponse(const GraphError& error) {
    QJsonObject body{{u"message"_s, error.message},
                     {u"type"_s, error.type},
                     {u"code"_s, error.code},
                     {u"fbtrace_id"_s, u"Az8or2yhqkZfEZpractice"_s}};
    if (error.subcode != 0) {
        body.insert(u"error_subcode"_s, error.subcode);
    }
    if (!error.details.isEmpty()) {
        body.insert(u"error_data"_s, QJsonObject{{u"messaging_product"_s, u"whatsapp"_s},
                                                 {u"details"_s, error.details}});
    }
    return jsonResponse(error.status, {{u"error"_s, body}});
}

SimResponse succeeded() {
    return jsonResponse(200, {{u"success"_s, true}});
}

} // namespace comanda::practice

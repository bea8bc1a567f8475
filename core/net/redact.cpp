// Takes secrets out of texts that are about to be logged or shown.
#include "core/net/http_client.h"

#include <QRegularExpression>

namespace comanda::net {

using namespace Qt::StringLiterals;

QString redactUrl(const QString& text) {
    static const QRegularExpression botToken(uR"(/bot[0-9]+(?::|%3A)[^/\s?#"'<>]+)"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression queryToken(
        uR"(([?&;][^=&\s#]*(?:token|secret|proof|signature|password|passwd|api_?key|sig|code|hash)[^=&\s#]*=)[^&\s#"'<>]*)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(uR"((//)[^/\s@]+@)"_s);
    static const QRegularExpression bearer(uR"((\b(?:Bearer|Basic)\s+)[A-Za-z0-9._~+/=|-]+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QString safe = text;
    safe.replace(botToken, u"/bot<secret>"_s);
    safe.replace(queryToken, u"\\1<secret>"_s);
    safe.replace(userInfo, u"\\1<secret>@"_s);
    safe.replace(bearer, u"\\1<secret>"_s);
    return safe;
}

} // namespace comanda::net

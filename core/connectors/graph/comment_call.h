// What is said under a post or picture, as calls of the Graph API.
#pragma once

#include <QJsonObject>
#include <QString>

namespace comanda::graph {

enum class CommentAct { Answer, AnswerPrivately, Edit, Remove, Like };

struct CommentCall {
    CommentAct act = CommentAct::Answer;
    QString path;
    QJsonObject body; // of all but Remove
    QString about;    // the comment, post or picture that it concerns

    bool operator==(const CommentCall&) const = default;
};

} // namespace comanda::graph

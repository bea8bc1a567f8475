// The part of PageApi that takes what the restaurant says and does.
#include "app/practice/page_api.h"

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTextMax = 8000; // characters
constexpr qsizetype kPrivateTextBelow = 2000;

} // namespace

SimResponse PageApi::say(const GraphCall& call) {
    if (const auto error = desk_.nextFailure()) {
        return toResponse(*error);
    }
    const QString on = call.path.first();
    const QString text = call.parameters.text(u"message");
    if (text.isEmpty()) { // attachments by address: there is nothing beyond loopback to fetch
        return toResponse(graphError(100, u"message or attachment_url is required"_s));
    }
    if (text.toUcs4().size() > kTextMax) {
        return toResponse(graphError(100, u"Param message is too long"_s));
    }
    const PageComment* answered = find(on);
    const bool again = std::any_of(comments_.begin(), comments_.end(), [&](const PageComment& one) {
        const bool here =
            answered != nullptr ? one.parent == on : one.post == on && one.parent.isEmpty();
        return here && one.author == options_.page && one.text == text;
    });
    if (again) {
        return toResponse(graphError(506, u"Duplicate status message"_s));
    }
    const QString author = answered == nullptr ? lastCommenter(on) : answered->author;
    QString id = addComment(options_.page, on, text); // which moves what `answered` points to
    tellAuthor(author, id, on, text);
    return jsonResponse(200, {{u"id"_s, id}});
}

// Who answers under the post is understood by whoever wrote there last.
QString PageApi::lastCommenter(const QString& post) const {
    const auto last =
        std::find_if(comments_.rbegin(), comments_.rend(), [&](const PageComment& one) {
            return one.post == post && one.author != options_.page;
        });
    return last == comments_.rend() ? QString() : last->author;
}

// Whom a public answer is for; the page answers itself, too.
void PageApi::tellAuthor(const QString& author, const QString& id, const QString& about,
                         const QString& text) {
    if (people_.count(author) == 0) {
        return;
    }
    Received message;
    message.id = id;
    message.kind = u"comment"_s;
    message.text = text;
    message.replyTo = about;
    message.at = clock_.now();
    announce_(author, message);
}

SimResponse PageApi::change(const GraphCall& call, PageComment& comment) {
    if (const auto error = desk_.nextFailure()) {
        return toResponse(*error);
    }
    if (call.method == "DELETE") {
        remove(comment.id);
    } else if (call.parameters.values.contains(u"is_hidden")) {
        hide(comment.id);
    } else if (comment.author != options_.page) {
        return toResponse(graphError(200, u"Permissions error"_s));
    } else if (const QString text = call.parameters.text(u"message"); !text.isEmpty()) {
        edit(comment.id, text);
    } else {
        return toResponse(graphError(100, u"message is required"_s));
    }
    return succeeded();
}

SimResponse PageApi::like(const QString& id) {
    if (const auto error = desk_.nextFailure()) {
        return toResponse(*error);
    }
    if (PageComment* comment = find(id)) {
        comment->likes = 1;
    }
    return succeeded();
}

std::optional<GraphError> PageApi::refusePrivately(const PageComment* comment,
                                                   const QString& text) const {
    if (comment == nullptr) {
        return noSuchNode(u"comment_id"_s);
    }
    if (comment->author == options_.page) {
        return graphError(100, u"A page cannot answer a page privately"_s);
    }
    if (comment->answeredPrivately) {
        return graphError(10900, u"Activity already replied to"_s);
    }
    if (clock_.now() - comment->written >= options_.privatelyWithin) {
        return graphError(10, 2018278, u"This message is sent outside of allowed window."_s);
    }
    if (const auto person = people_.find(comment->author);
        person == people_.end() || person->second.blocked) {
        return graphError(551, 1545041, u"This person isn't available right now."_s);
    }
    if (text.isEmpty() || text.toUcs4().size() >= kPrivateTextBelow) {
        return graphError(100, u"Length of param message[text] is not allowed"_s);
    }
    return std::nullopt;
}

SimResponse PageApi::answerPrivately(const GraphCall& call) {
    if (const auto error = desk_.nextFailure()) {
        return toResponse(*error);
    }
    const QJsonValue recipient = call.parameters.nested(u"recipient");
    const QString about = recipient[u"comment_id"].toString();
    if (about.isEmpty()) { // people are not written to here, but through Messenger
        return toResponse(graphError(100, 2018001, u"No matching user found"_s));
    }
    PageComment* comment = find(about);
    const QString text = call.parameters.nested(u"message")[u"text"].toString();
    if (const auto refusal = refusePrivately(comment, text)) {
        return toResponse(*refusal);
    }
    comment->answeredPrivately = true;
    Person& person = people_[comment->author];
    Received message;
    message.id = u"m_"_s + newNumber();
    message.kind = u"text"_s;
    message.text = text;
    message.replyTo = about;
    message.at = clock_.now();
    message.raw = call.parameters.values;
    person.inbox.push_back(message);
    announce_(comment->author, message);
    return jsonResponse(200, {{u"recipient_id"_s, person.psid}, {u"message_id"_s, message.id}});
}

} // namespace comanda::practice

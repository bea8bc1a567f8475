// The part of PageApi where people, and the page itself, write under posts; and what is told of it.
#include "app/practice/page_api.h"

#include <QRegularExpression>

#include <algorithm>

namespace comanda::practice {

using namespace Qt::StringLiterals;

namespace {

QString isoTime(Time time) {
    return toIsoUtc(time).chopped(1) + u"+0000"_s;
}

// One page of a list, as the parameters "limit" and "after" cut it.
struct Cut {
    QJsonArray data;
    QJsonObject paging;
};
Cut cut(const QJsonArray& all, qsizetype limit, const QString& after) {
    Cut page;
    const qsizetype from = after.isEmpty() ? 0 : after.mid(1).toLongLong();
    for (qsizetype i = from; i < std::min(all.size(), from + limit); ++i) {
        page.data.append(all[i]);
    }
    const qsizetype end = from + page.data.size();
    page.paging.insert(u"cursors"_s, QJsonObject{{u"before"_s, u"c%1"_s.arg(from)},
                                                 {u"after"_s, u"c%1"_s.arg(end)}});
    if (end < all.size()) { // with the token in it
        page.paging.insert(u"next"_s, u"https://graph.facebook.com/next?access_token=EAAG"_s);
    }
    return page;
}

QJsonObject toJson(const Cut& page) {
    QJsonObject list{{u"data"_s, page.data}};
    if (!page.data.isEmpty()) {
        list.insert(u"paging"_s, page.paging);
    }
    return list;
}

// What "comments…{fields}" asks for inside the fields of a post.
struct Nested {
    bool asked = false;
    qsizetype limit = 25;
    bool stream = false; // answers to comments too
    bool newestFirst = false;
    QString fields;
};
Nested nestedIn(const QString& fields) {
    static const QRegularExpression form(
        u"comments((?:\\.\\w+\\(\\w+\\))*)\\{((?:[^{}]|\\{[^{}]*\\})*)\\}"_s);
    static const QRegularExpression limit(u"\\.limit\\((\\d+)\\)"_s);
    const auto match = form.match(fields);
    Nested nested;
    nested.asked = match.hasMatch();
    const QString ways = match.captured(1);
    if (const auto number = limit.match(ways); number.hasMatch()) {
        nested.limit = number.captured(1).toLongLong();
    }
    nested.stream = ways.contains(u".filter(stream)"_s);
    nested.newestFirst = ways.contains(u".order(reverse_chronological)"_s);
    nested.fields = match.captured(2);
    return nested;
}

QJsonArray sorted(std::vector<PageComment> comments, bool newestFirst,
                  const std::function<QJsonObject(const PageComment&)>& json) {
    std::stable_sort(comments.begin(), comments.end(),
                     [newestFirst](const PageComment& a, const PageComment& b) {
                         return newestFirst ? a.written > b.written : a.written < b.written;
                     });
    QJsonArray array;
    for (const PageComment& comment : comments) {
        array.append(json(comment));
    }
    return array;
}

} // namespace

QString PageApi::addPerson(const QString& name) {
    QString id = u"62%1"_s.arg(newNumber());
    people_[id] = {name, u"70%1"_s.arg(newNumber()), false, {}};
    return id;
}

QString PageApi::addPost(const QString& author, const QString& text, std::optional<Time> at) {
    const Post post{options_.page + u'_' + newNumber(), author, text, at.value_or(clock_.now())};
    posts_.push_back(post);
    const bool ours = author == options_.page;
    push(u"feed"_s,
         {{u"item"_s, ours ? u"status"_s : u"post"_s},
          {u"verb"_s, u"add"_s},
          {u"from"_s, QJsonObject{{u"id"_s, author}, {u"name"_s, nameOf(author)}}},
          {u"post_id"_s, post.id},
          {u"published"_s, 1},
          {u"created_time"_s, unixSeconds(post.written)},
          {u"message"_s, text}},
         {post.id});
    return post.id;
}

QString PageApi::addComment(const QString& author, const QString& on, const QString& text,
                            const QString& photo, std::optional<Time> at) {
    PageComment comment;
    const PageComment* answered = find(on);
    comment.post = answered != nullptr ? answered->post : on;
    if (answered != nullptr) { // one level of answers is all there is
        comment.parent = answered->parent.isEmpty() ? answered->id : answered->parent;
    }
    comment.id = comment.post.section(u'_', 1) + u'_' + newNumber();
    comment.author = author;
    comment.name = nameOf(author);
    comment.text = text;
    comment.photo = photo;
    comment.written = at.value_or(clock_.now());
    comments_.push_back(comment);
    push(u"feed"_s, valueOf(comment, u"add"_s), {comment.id});
    return comment.id;
}

QJsonObject PageApi::valueOf(const PageComment& comment, const QString& verb) const {
    QJsonObject value{
        {u"item"_s, u"comment"_s},
        {u"verb"_s, verb},
        {u"from"_s, QJsonObject{{u"id"_s, comment.author}, {u"name"_s, comment.name}}},
        {u"post_id"_s, comment.post},
        {u"comment_id"_s, comment.id},
        {u"parent_id"_s, comment.parent.isEmpty() ? comment.post : comment.parent}};
    if (verb == u"remove") {
        return value;
    }
    value.insert(u"created_time"_s, unixSeconds(comment.written));
    if (!comment.text.isEmpty()) {
        value.insert(u"message"_s, comment.text);
    }
    if (!comment.photo.isEmpty()) {
        value.insert(u"photo"_s, comment.photo);
    }
    if (verb == u"edited") {
        value.insert(u"edited_time"_s, unixSeconds(clock_.now()));
    }
    if (verb == u"hide") {
        value.remove(u"from"_s);
    }
    value.insert(u"post"_s, QJsonObject{{u"status_type"_s, u"added_photos"_s},
                                        {u"is_published"_s, true},
                                        {u"updated_time"_s, isoTime(clock_.now())},
                                        {u"id"_s, comment.post}});
    return value;
}

void PageApi::edit(const QString& comment, const QString& text) {
    if (PageComment* found = find(comment)) {
        found->text = text;
        found->edited = true;
        push(u"feed"_s, valueOf(*found, u"edited"_s), {});
    }
}

void PageApi::remove(const QString& comment) {
    if (const PageComment* found = find(comment)) {
        push(u"feed"_s, valueOf(*found, u"remove"_s), {});
        std::erase_if(comments_, [&](const PageComment& one) {
            return one.id == comment || one.parent == comment;
        });
    }
}

void PageApi::hide(const QString& comment) {
    if (PageComment* found = find(comment)) {
        found->hidden = true;
        push(u"feed"_s, valueOf(*found, u"hide"_s), {});
    }
}

void PageApi::react(const QString& person, const QString& comment, const QString& word) {
    if (const PageComment* found = find(comment)) {
        push(u"feed"_s,
             {{u"item"_s, u"reaction"_s},
              {u"verb"_s, u"add"_s},
              {u"reaction_type"_s, word},
              {u"from"_s, QJsonObject{{u"id"_s, person}, {u"name"_s, nameOf(person)}}},
              {u"post_id"_s, found->post},
              {u"parent_id"_s, found->post},
              {u"comment_id"_s, comment},
              {u"created_time"_s, unixSeconds(clock_.now())}},
             {});
    }
}

QJsonObject PageApi::commentJson(const PageComment& comment, const QString& fields) const {
    qsizetype answers = 0;
    for (const PageComment& other : comments_) {
        answers += other.parent == comment.id ? 1 : 0;
    }
    const bool inTime = clock_.now() - comment.written < options_.privatelyWithin;
    QJsonObject all{{u"from"_s, QJsonObject{{u"id"_s, comment.author}, {u"name"_s, comment.name}}},
                    {u"message"_s, comment.text},
                    {u"created_time"_s, isoTime(comment.written)},
                    {u"is_hidden"_s, comment.hidden},
                    {u"comment_count"_s, answers},
                    {u"can_reply_privately"_s,
                     comment.author != options_.page && !comment.answeredPrivately && inTime}};
    if (!comment.parent.isEmpty()) {
        all.insert(u"parent"_s, QJsonObject{{u"id"_s, comment.parent}});
    }
    if (!comment.photo.isEmpty()) {
        all.insert(
            u"attachment"_s,
            QJsonObject{
                {u"type"_s, u"photo"_s},
                {u"media"_s, QJsonObject{{u"image"_s, QJsonObject{{u"src"_s, comment.photo}}}}}});
    }
    if (comment.answeredPrivately) {
        all.insert(u"private_reply_conversation"_s,
                   QJsonObject{{u"id"_s, u"t_"_s + comment.author}});
    }
    QJsonObject some{{u"id"_s, comment.id}};
    for (auto field = all.begin(); field != all.end(); ++field) {
        const QRegularExpression named(u"\\b"_s + field.key() + u"\\b"_s);
        if (fields.contains(named)) {
            some.insert(field.key(), field.value());
        }
    }
    return some;
}

SimResponse PageApi::feed(const GraphCall& call) const {
    const QString fields = call.parameters.text(u"fields");
    const Nested nested = nestedIn(fields);
    std::vector<Post> posts = posts_;
    std::stable_sort(posts.begin(), posts.end(),
                     [](const Post& a, const Post& b) { return a.written > b.written; });
    QJsonArray data;
    for (const Post& post : posts) {
        QJsonObject node{{u"id"_s, post.id},
                         {u"created_time"_s, isoTime(post.written)},
                         {u"message"_s, post.text}};
        if (fields.contains(u"from"_s)) {
            node.insert(u"from"_s,
                        QJsonObject{{u"id"_s, post.author}, {u"name"_s, nameOf(post.author)}});
        }
        std::vector<PageComment> some;
        std::copy_if(comments_.begin(), comments_.end(), std::back_inserter(some),
                     [&](const PageComment& one) {
                         return one.post == post.id && (nested.stream || one.parent.isEmpty());
                     });
        if (nested.asked && !some.empty()) {
            const auto json = [&](const PageComment& one) {
                return commentJson(one, nested.fields);
            };
            node.insert(u"comments"_s,
                        toJson(cut(sorted(some, nested.newestFirst, json), nested.limit, {})));
        }
        data.append(node);
    }
    const qsizetype limit = call.parameters.integer(u"limit").value_or(25);
    return jsonResponse(200, toJson(cut(data, limit, call.parameters.text(u"after"))));
}

SimResponse PageApi::commentsOf(const GraphCall& call, const QString& post) const {
    const bool stream = call.parameters.text(u"filter") == u"stream";
    std::vector<PageComment> some;
    std::copy_if(
        comments_.begin(), comments_.end(), std::back_inserter(some), [&](const PageComment& one) {
            return (one.post == post && (stream || one.parent.isEmpty())) || one.parent == post;
        });
    const bool newestFirst = call.parameters.text(u"order") == u"reverse_chronological";
    const QString fields = call.parameters.text(u"fields");
    const auto json = [&](const PageComment& one) { return commentJson(one, fields); };
    const qsizetype limit = call.parameters.integer(u"limit").value_or(25);
    return jsonResponse(
        200, toJson(cut(sorted(some, newestFirst, json), limit, call.parameters.text(u"after"))));
}

SimResponse PageApi::commentNode(const GraphCall& call, const PageComment& comment) const {
    return jsonResponse(200, commentJson(comment, call.parameters.text(u"fields")));
}

} // namespace comanda::practice

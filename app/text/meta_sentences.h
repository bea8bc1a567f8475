// One sentence per id that speaks of what Meta's platforms have in common, of Messenger, Instagram
// and a Facebook page's comments. They are used as those of channel_sentences.h.
#pragma once

#include "app/text/sentence.h"

#include <array>

namespace comanda::text {

inline constexpr std::array kMetaSentences{
    // all of them
    Sentence{"graph.token_invalid",
             QT_TRANSLATE_NOOP("words", "Meta does not accept the access key any more. The owner "
                                        "makes a new one and types it in Settings.")},
    Sentence{"graph.permission_missing",
             QT_TRANSLATE_NOOP("words", "The access key lacks a permission. The owner adds it in "
                                        "Meta's settings and makes a new key.")},
    Sentence{
        "graph.platform_trouble",
        QT_TRANSLATE_NOOP("words", "Meta's server has a fault. Comanda tries again by itself.")},
    Sentence{"graph.no_clear_answer",
             QT_TRANSLATE_NOOP(
                 "words", "Meta did not answer clearly. Look on the phone before sending again.")},
    Sentence{
        "graph.throttled",
        QT_TRANSLATE_NOOP("words", "Meta asks us to slow down. Comanda waits as long as it says.")},
    Sentence{"graph.too_soon",
             QT_TRANSLATE_NOOP(
                 "words", "Meta lets this be sent again only later. Wait, or answer another way.")},
    Sentence{"graph.account_restricted",
             QT_TRANSLATE_NOOP("words", "Meta has limited this account for a while. Answer another "
                                        "way; the owner looks in Meta's settings.")},
    Sentence{"graph.thread_elsewhere",
             QT_TRANSLATE_NOOP(
                 "words",
                 "Another person or program is answering this chat now. Comanda waits for it.")},
    Sentence{"graph.object_missing",
             QT_TRANSLATE_NOOP(
                 "words", "Meta does not know this number or account. Check the ids in Settings.")},
    Sentence{"graph.bad_parameter",
             QT_TRANSLATE_NOOP(
                 "words", "Meta does not take the message as it is. Change it and send it again.")},
    Sentence{
        "graph.person_unavailable",
        QT_TRANSLATE_NOOP("words", "This customer cannot be reached here any more. Call instead.")},
    Sentence{
        "graph.terms_not_accepted",
        QT_TRANSLATE_NOOP(
            "words",
            "Meta's terms have not been accepted yet. The owner accepts them in Meta's settings.")},
    Sentence{"graph.blocked_for_policy",
             QT_TRANSLATE_NOOP("words", "Meta has blocked this account because of its rules. "
                                        "Answer another way; the owner looks in Meta's settings.")},
    Sentence{
        "graph.refused",
        QT_TRANSLATE_NOOP("words", "Meta refused it. Change the message, or answer another way.")},
    Sentence{"meta.24h", QT_TRANSLATE_NOOP(
                             "words", "Meta lets shops answer only for a day after the customer's "
                                      "last message. Wait for the customer to write, or call.")},
    // Messenger and Instagram
    Sentence{
        "graph.no_such_person",
        QT_TRANSLATE_NOOP(
            "words", "Meta does not know this customer on this account. Answer on the phone.")},
    Sentence{"meta.cannot_edit",
             QT_TRANSLATE_NOOP("words",
                               "A message that was sent cannot be changed here. Write a new one.")},
    Sentence{
        "meta.cannot_delete",
        QT_TRANSLATE_NOOP(
            "words",
            "A message that was sent cannot be taken back from here. Delete it on the phone.")},
    Sentence{"meta.cannot_react",
             QT_TRANSLATE_NOOP("words",
                               "Here the shop cannot react with a sign. Write a word instead.")},
    Sentence{
        "meta.no_recipient",
        QT_TRANSLATE_NOOP("words", "This chat has no address to write to. Answer on the phone.")},
    Sentence{"meta.file_refused",
             QT_TRANSLATE_NOOP("words",
                               "Meta does not take this file. Send it as another kind of file.")},
    Sentence{"meta.file_too_large",
             QT_TRANSLATE_NOOP(
                 "words", "The file is too large: up to 25 MB can be sent. Send a smaller one.")},
    Sentence{"meta.not_subscribed",
             QT_TRANSLATE_NOOP("words",
                               "Meta does not send us this account's messages, and switching it on "
                               "again failed. The owner checks the access key's permissions.")},
    Sentence{"meta.subscription_unknown",
             QT_TRANSLATE_NOOP("words", "Whether Meta sends us this account's messages could not "
                                        "be checked. The access key may lack a permission.")},
    Sentence{"meta.key_ended",
             QT_TRANSLATE_NOOP("words", "The access key has ended: nothing can be sent. The owner "
                                        "makes a new one and types it in Settings.")},
    Sentence{"meta.key_ends_14",
             QT_TRANSLATE_NOOP("words", "The access key ends within two weeks. The owner makes a "
                                        "new one and types it in Settings.")},
    Sentence{"meta.key_ends_7",
             QT_TRANSLATE_NOOP("words", "The access key ends within a week. The owner makes a new "
                                        "one and types it in Settings.")},
    Sentence{"meta.key_ends_2",
             QT_TRANSLATE_NOOP("words", "The access key ends within two days. The owner makes a "
                                        "new one now and types it in Settings.")},
    Sentence{
        "instagram.picture_too_large",
        QT_TRANSLATE_NOOP(
            "words", "The picture is too large: Instagram takes up to 8 MB. Send a smaller one.")},
    Sentence{"instagram.file_kind",
             QT_TRANSLATE_NOOP("words", "This kind of file cannot be sent on Instagram. Send a "
                                        "picture, a video, a recording or a PDF.")},
    Sentence{"instagram.pictures_only",
             QT_TRANSLATE_NOOP("words", "With this login only pictures can be sent on Instagram. "
                                        "Send a picture, or write it.")},
    Sentence{"instagram.private_too_long",
             QT_TRANSLATE_NOOP("words", "A private answer on Instagram can have a thousand plain "
                                        "letters, and fewer with accents. Make it shorter.")},
    Sentence{"instagram.link_broken",
             QT_TRANSLATE_NOOP("words",
                               "Instagram asks the owner to sign in again, or it is no longer "
                               "joined to the Facebook page. The owner checks both there and makes "
                               "a new key.")},
    Sentence{"instagram.access_off",
             QT_TRANSLATE_NOOP("words",
                               "Instagram does not let programs read this account's messages. "
                               "The owner turns on access to messages in the Instagram app.")},
    // Facebook comments
    Sentence{"facebook.no_files",
             QT_TRANSLATE_NOOP("words", "A file cannot be put under a post from here. Write it.")},
    Sentence{"facebook.no_comment",
             QT_TRANSLATE_NOOP(
                 "words",
                 "A private answer needs the comment that it answers. Choose the comment first.")},
    Sentence{
        "facebook.only_like",
        QT_TRANSLATE_NOOP(
            "words", "Under a post the shop can only like. Take a like back on Facebook itself.")},
    Sentence{
        "facebook.private_too_long",
        QT_TRANSLATE_NOOP("words", "A private answer can be 1999 signs long. Make it shorter.")},
    Sentence{"facebook.too_long",
             QT_TRANSLATE_NOOP("words", "A comment can be 8000 signs long. Make it shorter.")},
    Sentence{
        "facebook.comment_gone",
        QT_TRANSLATE_NOOP("words", "That comment is no longer there, or it is not shown to us.")},
    Sentence{
        "facebook.private_refused",
        QT_TRANSLATE_NOOP("words", "This comment cannot be answered privately. Answer in public.")},
    Sentence{"facebook.private_over",
             QT_TRANSLATE_NOOP(
                 "words",
                 "A comment can be answered privately for seven days. Answer in public, or call.")},
    Sentence{
        "facebook.answered_already",
        QT_TRANSLATE_NOOP(
            "words",
            "This comment has had its private answer; there can be only one. Answer in public.")},
    Sentence{"facebook.said_already",
             QT_TRANSLATE_NOOP(
                 "words", "The same words are there already. Change them and send them again.")},
    Sentence{
        "facebook.link_refused",
        QT_TRANSLATE_NOOP(
            "words", "Facebook cannot open the link in it. Take the link out and send it again.")},
    Sentence{
        "facebook.not_subscribed",
        QT_TRANSLATE_NOOP(
            "words",
            "Facebook does not tell us of new comments, and switching it on again failed. Comanda "
            "looks for them every few minutes; the owner checks the access key's permissions.")},
    Sentence{"facebook.subscription_unknown",
             QT_TRANSLATE_NOOP("words", "Whether Facebook tells us of new comments could not be "
                                        "checked. The access key may lack a permission.")},
    Sentence{"facebook.cannot_read",
             QT_TRANSLATE_NOOP("words", "The page's posts and comments could not be read. The "
                                        "access key may lack a permission.")},
};

} // namespace comanda::text

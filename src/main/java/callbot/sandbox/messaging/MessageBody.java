package callbot.sandbox.messaging;

import callbot.json.Json;
import callbot.sandbox.accounts.FakePeople;
import java.util.List;
import java.util.Optional;

/**
 * What a message says.
 *
 * @param text in plain text
 * @param markdown as it was written, absent if it was written as plain text
 * @param html as Webex shows it, absent if it was written as plain text
 * @param mentionedPeople the ids of the people it mentions
 * @param mentionedGroups {@code all}, if it mentions everybody
 */
record MessageBody(
        String text,
        Optional<String> markdown,
        Optional<String> html,
        List<String> mentionedPeople,
        List<String> mentionedGroups) {

    static MessageBody plainly(String text) {
        return new MessageBody(text, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    private static MessageBody asHtml(String html) {
        return new MessageBody(MarkdownRenderer.plain(html), Optional.empty(), Optional.of(html), List.of(), List.of());
    }

    /** What the body of a request says: a text of its own beats the one that Webex would make. */
    static MessageBody of(Json body, FakePeople people) {
        MessageBody said = body.text("markdown")
                .map(markdown -> MarkdownRenderer.said(markdown, people))
                .or(() -> body.text("html").map(MessageBody::asHtml))
                .orElseGet(() -> plainly(""));
        return body.text("text").map(said::withText).orElse(said);
    }

    /** The same, with another text for simple clients. */
    private MessageBody withText(String other) {
        return new MessageBody(other, markdown, html, mentionedPeople, mentionedGroups);
    }
}

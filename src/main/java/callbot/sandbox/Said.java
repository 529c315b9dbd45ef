package callbot.sandbox;

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
record Said(
        String text,
        Optional<String> markdown,
        Optional<String> html,
        List<String> mentionedPeople,
        List<String> mentionedGroups) {

    static Said plainly(String text) {
        return new Said(text, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    static Said asHtml(String html) {
        return new Said(Markdown.plain(html), Optional.empty(), Optional.of(html), List.of(), List.of());
    }

    /** The same, with another text for simple clients. */
    Said withText(String other) {
        return new Said(other, markdown, html, mentionedPeople, mentionedGroups);
    }
}

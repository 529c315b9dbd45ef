package callbot.webex;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that the bot is about to write: a text, and perhaps a card. The text is what notifications and simple clients
 * show instead of the card, so it says everything, and what to type instead of pressing.
 *
 * @param markdown the text, not empty
 * @param parentId the first message of the thread that it goes into; absent if it stands by itself
 * @see <a href="https://developer.webex.com/docs/buttons-and-cards">Buttons and cards</a>
 */
public record Draft(String markdown, Optional<Card> card, Optional<String> parentId) {

    public Draft {
        if (markdown.isBlank()) throw new IllegalArgumentException("a message needs a text");
    }

    /** A message without a card. */
    public static Draft text(String markdown) {
        return new Draft(markdown, Optional.empty(), Optional.empty());
    }

    /** A message with a card. */
    public static Draft of(String markdown, Card card) {
        return new Draft(markdown, Optional.of(card), Optional.empty());
    }

    /** A text with buttons under it; a text alone if there are none. */
    public static Draft offering(String markdown, List<? extends Button> buttons) {
        if (buttons.isEmpty()) return text(markdown);
        List<Element> body = new ArrayList<>();
        body.add(Element.text(Markdown.onCard(markdown)));
        body.addAll(Element.rows(List.copyOf(buttons)));
        return of(markdown, new Card(body));
    }

    /** The same, after another text. */
    public Draft after(String introduction) {
        return new Draft(
                introduction + "\n\n" + markdown,
                card.map(shown -> {
                    List<Element> body = new ArrayList<>(shown.body());
                    body.addFirst(Element.text(Markdown.onCard(introduction)));
                    return new Card(body);
                }),
                parentId);
    }

    /**
     * The same, as an answer in a thread.
     *
     * @param root the {@link Messages.Message#parentId} of the message that is answered: Webex has threads of one level
     */
    public Draft inThread(Optional<String> root) {
        return new Draft(markdown, card, root);
    }
}

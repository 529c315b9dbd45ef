package callbot.webex.messaging;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A message that the bot is about to write: a text, and perhaps a card. The text is what notifications and simple clients
 * show instead of the card, so it says everything, and what to type instead of pressing.
 *
 * @param markdown the text, not empty
 * @param parentId the first message of the thread that it goes into; absent if it stands by itself
 * @see <a href="https://developer.webex.com/docs/buttons-and-cards">Buttons and cards</a>
 */
public record Draft(String markdown, Optional<Card> card, Optional<String> parentId) {

    /** So many bytes of text and card Webex surely takes: it has a limit of 10,000 after encryption, which no page of its tells. */
    private static final int SURELY_TAKEN = 7000;

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

    /**
     * A message that shows as much of something as Webex surely takes.
     *
     * @param most how much there is, at least 1
     * @param made the message that shows so much of it; that with 1 is taken if even that is too large
     */
    public static Draft fitting(int most, IntFunction<Draft> made) {
        for (int some = most; some > 1; some--) {
            Draft draft = made.apply(some);
            if (draft.bytes() <= SURELY_TAKEN) return draft;
        }
        return made.apply(1);
    }

    private int bytes() {
        String all = markdown + card.map(shown -> shown.toJson().toString()).orElse("");
        return all.getBytes(StandardCharsets.UTF_8).length;
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

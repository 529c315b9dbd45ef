package callbot.card;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.text.OthersText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A card.
 *
 * @param body what it shows, from top to bottom; not empty
 */
public record Card(List<Element> body) {

    /** What a card's texts take for markup. */
    private static final Pattern MARKUP =
            Pattern.compile("[*`\\\\]|~(?=~)|<(?=@)|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    /** Where a text must be broken so as not to become a link, or the item of a list. */
    private static final Pattern SEAM = Pattern.compile("(?<=\\])(?=\\()|^(?=([-+•]|[0-9]+[.)])(\\s|$))");

    public Card {
        body = List.copyOf(body);
        if (body.isEmpty()) throw new IllegalArgumentException("a card shows something");
        Set<String> ids = new HashSet<>();
        inputs(body).forEach(input -> {
            if (!ids.add(input.id())) throw new IllegalArgumentException("two inputs are called " + input.id());
        });
    }

    /** A card that shows these. */
    public static Card of(Element... body) {
        return new Card(List.of(body));
    }

    /**
     * A text of somebody else's, such that it shows as it is wherever a card has text. Cards know no escapes that all clients
     * understand, so what would be markup is replaced by wide characters that look like it, or broken by what nobody sees.
     */
    public static String plain(String text) {
        String shown = MARKUP.matcher(OthersText.inert(text))
                .replaceAll(found -> Character.toString(found.group().charAt(0) + 0xFEE0));
        return shown.isEmpty() ? "?" : SEAM.matcher(shown).replaceAll(OthersText.JOINER);
    }

    /** The card as Webex takes it. */
    public Json toJson() {
        return json().put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("version", "1.3")
                .toJson();
    }

    /** The card as it stands in another one. */
    ObjectWriter json() {
        return Json.object()
                .put("type", "AdaptiveCard")
                .put("body", body.stream().map(Element::json).toList());
    }

    private static List<Element.TextInput> inputs(List<Element> elements) {
        return elements.stream().flatMap(Element::inputs).toList();
    }
}

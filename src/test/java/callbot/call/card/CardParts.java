package callbot.call.card;

import callbot.card.Button;
import callbot.card.Card;
import callbot.card.Element;
import java.util.List;
import java.util.stream.Stream;

/** A card, taken apart. */
record CardParts(Card card) {

    /** All buttons that say something, also those that other buttons reveal. */
    List<Button.Say> buttons() {
        return card.body().stream().flatMap(CardParts::buttons).toList();
    }

    /** All that is written on it, but not on its buttons, from top to bottom. */
    List<String> texts() {
        return card.body().stream().flatMap(CardParts::texts).toList();
    }

    /** What its band says. */
    String title() {
        return texts().getFirst();
    }

    private static Stream<Button.Say> buttons(Element element) {
        return switch (element) {
            case Element.Buttons row -> row.buttons().stream().flatMap(CardParts::buttons);
            case Element.Band band -> band.elements().stream().flatMap(CardParts::buttons);
            case Element.Columns columns ->
                columns.columns().stream()
                        .flatMap(column -> column.elements().stream())
                        .flatMap(CardParts::buttons);
            case Element.Text text -> Stream.empty();
            case Element.Facts facts -> Stream.empty();
            case Element.TextInput input -> Stream.empty();
        };
    }

    private static Stream<Button.Say> buttons(Button button) {
        return switch (button) {
            case Button.Say say -> Stream.of(say);
            case Button.Reveal reveal -> reveal.card().body().stream().flatMap(CardParts::buttons);
            case Button.Open open -> Stream.empty();
        };
    }

    private static Stream<String> texts(Element element) {
        return switch (element) {
            case Element.Text text -> Stream.of(text.text());
            case Element.Facts facts ->
                facts.facts().entrySet().stream().map(fact -> fact.getKey() + ": " + fact.getValue());
            case Element.Band band -> band.elements().stream().flatMap(CardParts::texts);
            case Element.Columns columns ->
                columns.columns().stream()
                        .flatMap(column -> column.elements().stream())
                        .flatMap(CardParts::texts);
            case Element.Buttons row -> Stream.empty();
            case Element.TextInput input -> Stream.empty();
        };
    }
}

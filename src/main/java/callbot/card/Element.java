package callbot.card;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a card. */
public sealed interface Element {

    /** A text; it may have {@code **bold**} words and links. */
    record Text(String text, List<Look> looks) implements Element {

        public Text {
            if (text.isBlank()) throw new IllegalArgumentException("a text says something");
            looks = List.copyOf(looks);
        }
    }

    /** Titles and what belongs to them, in two columns. */
    record Facts(Map<String, String> facts) implements Element {}

    /** Columns beside each other. */
    record Columns(List<Column> columns, boolean ruled) implements Element {

        public Columns {
            columns = List.copyOf(columns);
        }
    }

    /** A coloured band from edge to edge. */
    record Band(Tone tone, List<Element> elements) implements Element {

        public Band {
            elements = List.copyOf(elements);
        }
    }

    /** Buttons beside each other. */
    record Buttons(List<Button> buttons) implements Element {

        /** Webex's clients draw this many in a row, and drop the others without a word. */
        public static final int MOST = 5;

        public Buttons {
            buttons = List.copyOf(buttons);
            if (buttons.isEmpty() || buttons.size() > MOST) {
                throw new IllegalArgumentException("a row has 1 to " + MOST + " buttons, not " + buttons.size());
            }
        }
    }

    /**
     * A line to be filled in.
     *
     * @param id under which a press of a button brings what was written
     * @param hint shown while nothing is written
     * @param required what is said if nothing, or the wrong thing, is written; absent if it may stay empty
     * @param maxLength in characters
     */
    record TextInput(String id, String label, String hint, Optional<String> required, int maxLength)
            implements Element {}

    /** A column of {@link Columns}. */
    record Column(Width width, List<Element> elements) {

        /** How wide a column is. */
        public enum Width {
            /** As its content. */
            AUTO("auto"),
            /** All that is left. */
            STRETCH("stretch"),
            /** For one sign. */
            SIGN("22px");

            private final String name;

            Width(String name) {
                this.name = name;
            }
        }

        public Column {
            elements = List.copyOf(elements);
        }
    }

    /** The colour of a band. Webex draws "attention" in amber and "warning" in red, the other way round than others do. */
    enum Tone {
        /** Something is going on. */
        ACTIVE("accent"),
        /** All is well. */
        GOOD("good"),
        /** Something waits. */
        WAITING("attention"),
        /** Something went wrong. */
        FAILED("warning"),
        /** It is over. */
        OVER("emphasis");

        private final String style;

        Tone(String style) {
            this.style = style;
        }
    }

    /** A text that looks like this. */
    static Text text(String text, Look... looks) {
        return new Text(text, List.of(looks));
    }

    /** Buttons in as many rows as it takes. */
    static List<Element> rows(List<Button> buttons) {
        return Stream.iterate(0, from -> from < buttons.size(), from -> from + Buttons.MOST)
                .<Element>map(from -> new Buttons(buttons.subList(from, Math.min(from + Buttons.MOST, buttons.size()))))
                .toList();
    }

    /** The inputs in it, also those that a button reveals. */
    default Stream<TextInput> inputs() {
        return switch (this) {
            case TextInput input -> Stream.of(input);
            case Buttons(List<Button> buttons) -> buttons.stream().flatMap(Button::inputs);
            case Element other -> other.inner().flatMap(Element::inputs);
        };
    }

    /** What can be said by the buttons in it. */
    default Stream<Button.Say> says() {
        return this instanceof Buttons(List<Button> buttons)
                ? buttons.stream().flatMap(Button::says)
                : inner().flatMap(Element::says);
    }

    /** The elements that are shown inside it. */
    private Stream<Element> inner() {
        return switch (this) {
            case Columns row -> row.columns().stream().flatMap(column -> column.elements().stream());
            case Band(Tone tone, List<Element> elements) -> elements.stream();
            case Text text -> Stream.empty();
            case Facts facts -> Stream.empty();
            case Buttons buttons -> Stream.empty();
            case TextInput input -> Stream.empty();
        };
    }

    /** The element as a card has it. */
    default ObjectWriter json() {
        return switch (this) {
            case Text(String text, List<Look> looks) -> {
                ObjectWriter block = element("TextBlock").put("text", text).put("wrap", true);
                looks.forEach(look -> block.put(look.field(), look.value()));
                yield block;
            }
            case Facts(Map<String, String> facts) ->
                element("FactSet")
                        .put(
                                "facts",
                                facts.entrySet().stream()
                                        .map(fact -> Json.object()
                                                .put("title", fact.getKey())
                                                .put("value", fact.getValue()))
                                        .toList());
            case Columns(List<Column> columns, boolean ruled) ->
                element("ColumnSet")
                        .put("separator", ruled)
                        .put("columns", columns.stream().map(Element::json).toList());
            case Band(Tone tone, List<Element> elements) ->
                element("Container")
                        .put("style", tone.style)
                        .put("bleed", true)
                        .put("items", elements.stream().map(Element::json).toList());
            case Buttons(List<Button> buttons) ->
                element("ActionSet")
                        .put("actions", buttons.stream().map(Button::json).toList());
            case TextInput input ->
                element("Input.Text")
                        .put("id", input.id())
                        .put("label", input.label())
                        .put("placeholder", input.hint())
                        .put("maxLength", input.maxLength())
                        .put("isRequired", input.required().isPresent())
                        .put("errorMessage", input.required());
        };
    }

    private static ObjectWriter json(Column column) {
        return element("Column")
                .put("width", column.width().name)
                .put("verticalContentAlignment", "Center")
                .put("items", column.elements().stream().map(Element::json).toList());
    }

    private static ObjectWriter element(String type) {
        return Json.object().put("type", type);
    }
}

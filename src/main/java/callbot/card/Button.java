package callbot.card;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A button on a card. */
public sealed interface Button {

    /**
     * Says to the bot what could have been typed.
     *
     * @param command for example {@code /hold}
     * @param call which call it is about; absent if none, or if the command says so itself
     * @param input the input that holds the rest of the command; absent if the command is whole
     */
    record Say(String title, String command, Optional<AboutCall> call, Optional<String> input, Style style)
            implements Button {

        /** The same, looking like this. */
        public Say as(Style other) {
            return new Say(title, command, call, input, other);
        }

        /** The same, with what is written in this input after the command. */
        public Say with(String inputId) {
            return new Say(title, command, call, Optional.of(inputId), style);
        }

        /** The same to be typed; for an input, its id stands in angle brackets. */
        public String typed() {
            return command + input.map(id -> " <" + id + ">").orElse("");
        }

        /** Without an input of its own it must not wait for others to be filled in. */
        private ObjectWriter action() {
            Optional<String> look = Optional.of(style)
                    .filter(any -> any != Style.DEFAULT)
                    .map(special -> special.name().toLowerCase(Locale.ROOT));
            return Button.action("Action.Submit", title)
                    .put("style", look)
                    .put("associatedInputs", input.isEmpty() ? Optional.of("none") : Optional.empty())
                    .put(
                            "data",
                            Json.object()
                                    .put("command", command)
                                    .put("input", input)
                                    .put("call", call.map(AboutCall::callId))
                                    .put("session", call.map(AboutCall::sessionId)));
        }
    }

    /** Opens a page. */
    record Open(String title, URI page) implements Button {}

    /** Shows a card under this one, or hides it. */
    record Reveal(String title, Card card) implements Button {}

    /**
     * The call that a button is about.
     *
     * @param sessionId outlives the id, which may change while a call is set up
     */
    record AboutCall(String callId, String sessionId) {}

    /** How a button looks. */
    enum Style {
        /** Like any other. */
        DEFAULT,
        /** Like what one most likely wants. */
        POSITIVE,
        /** Like what one may regret. */
        DESTRUCTIVE
    }

    /** A button that says a whole command, about no call. */
    static Say say(String title, String command) {
        return new Say(title, command, Optional.empty(), Optional.empty(), Style.DEFAULT);
    }

    /** A button that says a whole command about a call. */
    static Say say(String title, String command, AboutCall call) {
        return new Say(title, command, Optional.of(call), Optional.empty(), Style.DEFAULT);
    }

    /** The inputs that it reveals. */
    default Stream<Element.TextInput> inputs() {
        return this instanceof Reveal(String title, Card card)
                ? card.body().stream().flatMap(Element::inputs)
                : Stream.empty();
    }

    /** What can be said with it, or with what it reveals. */
    default Stream<Say> says() {
        return switch (this) {
            case Say say -> Stream.of(say);
            case Open open -> Stream.empty();
            case Reveal(String title, Card card) -> card.body().stream().flatMap(Element::says);
        };
    }

    /** The button as a card has it. */
    default ObjectWriter json() {
        return switch (this) {
            case Say say -> say.action();
            case Open(String title, URI page) -> action("Action.OpenUrl", title).put("url", page.toString());
            case Reveal(String title, Card card) ->
                action("Action.ShowCard", title).put("card", card.json());
        };
    }

    private static ObjectWriter action(String type, String title) {
        return Json.object().put("type", type).put("title", title);
    }
}

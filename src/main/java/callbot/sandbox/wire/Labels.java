package callbot.sandbox.wire;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.sandbox.traffic.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has made the bot work, in words: what somebody wrote or pressed, or what happened to a call. */
final class Labels {

    private static final int LONGEST = 60;

    private final Function<String, Optional<String>> names;
    private final UnaryOperator<String> mask;

    /**
     * Labels that call people by their names.
     *
     * @param names the name for a person's id
     * @param mask takes the secrets out of what somebody said
     */
    Labels(Function<String, Optional<String>> names, UnaryOperator<String> mask) {
        this.names = names;
        this.mask = mask;
    }

    /** Absent if this exchange does not tell. */
    Optional<String> of(Exchange exchange) {
        if (exchange.isForged()) return Optional.of("Somebody pretends to be Webex");
        try {
            return switch (exchange.direction()) {
                case TO_WEBEX -> answer(exchange);
                case TO_BOT -> event(Json.parse(exchange.requestBody()));
            };
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private Optional<String> answer(Exchange exchange) {
        String path = Explanations.path(exchange);
        if (path.equals("/authorize")) return Optional.of("Somebody opens the page to sign in");
        if (exchange.requestBody().contains("grant_type=authorization_code")) return Optional.of("Somebody signs in");
        if (!exchange.method().equals("GET") || exchange.status() != 200) return Optional.empty();
        if (path.startsWith("/messages/")) return written(Json.parse(exchange.responseBody()));
        if (path.startsWith("/attachment/actions/")) return pressed(Json.parse(exchange.responseBody()));
        return Optional.empty();
    }

    private Optional<String> written(Json message) {
        return message.text("text").map(text -> who(message, "personId") + " wrote “" + cut(text) + "”");
    }

    private Optional<String> pressed(Json action) {
        Json inputs = action.at("inputs");
        String what = inputs.text("command")
                .orElseGet(() -> inputs.names().stream()
                        .flatMap(name -> inputs.at(name).scalar().stream())
                        .collect(Collectors.joining(" ")));
        return Optional.of(who(action, "personId") + " pressed a button for “" + cut(what) + "”");
    }

    private Optional<String> event(Json event) {
        Json data = event.at("data");
        return switch (event.requireText("resource")) {
            case "messages" -> Optional.of(who(data, "personId") + " wrote something");
            case "attachmentActions" -> Optional.of(who(data, "personId") + " pressed a button");
            case "telephony_calls" -> Optional.of("Call of " + who(event, "createdBy") + ": " + call(data));
            case "telephony_mwi" -> Optional.of("Voicemail of " + who(event, "createdBy"));
            case "telephony_conference" -> Optional.of("Conference of " + who(event, "createdBy"));
            case "memberships" -> Optional.of(who(data, "personId") + " joined a room");
            default -> Optional.empty();
        };
    }

    private static String call(Json data) {
        Json party = data.at("remoteParty");
        String with = party.text("name").or(() -> party.text("number")).orElse("number withheld");
        return Stream.of(List.of(with), data.text("eventType").stream().toList())
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }

    private String who(Json json, String field) {
        return json.text(field).flatMap(names).orElse("Somebody");
    }

    /** Masked before it is cut: a part of a secret would not be known for one. */
    private String cut(String text) {
        String line = mask.apply(text).strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}

package callbot.webex;

import callbot.json.Json;
import callbot.json.JsonException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Webex says when it refuses, in one of the three shapes in which it has been seen to say it. */
final class ErrorBody {

    private ErrorBody() {}

    /** Webex's number of the first of its reasons, or of the whole; absent if it gives none. */
    static Optional<Integer> code(byte[] body) {
        try {
            Json error = Json.parse(body).lenient();
            return Stream.concat(error.list("errors").stream(), Stream.of(error))
                    .flatMap(item -> item.number("errorCode").stream())
                    .map(Long::intValue)
                    .findFirst();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** Webex's own words; empty if there are none, for example because a gateway answered with HTML instead. */
    static String reason(byte[] body) {
        try {
            Json error = Json.parse(body);
            List<String> words = Stream.concat(
                            error.list("errors").stream().flatMap(item -> item.text("description").stream()),
                            Stream.of("message", "error").flatMap(name -> error.text(name).stream()))
                    .toList();
            return words.stream()
                    .filter(text ->
                            OAuth.PERMISSION_ENDED.stream().anyMatch(text::contains)) // it decides, wherever it stands
                    .findFirst()
                    .orElse(words.isEmpty() ? "" : words.getFirst());
        } catch (JsonException e) {
            return "";
        }
    }
}

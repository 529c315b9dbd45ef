package callbot.webex.line;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.text.OthersText;
import callbot.webex.WebexId;
import java.util.Optional;

/**
 * A number that rings as well when a user is called.
 *
 * @param id by which it is changed; it changes with the number
 * @param name what the user calls it; absent if nothing
 * @param enabled whether it rings
 * @param unforwarded whether calls that ring there are kept from being forwarded by that phone
 * @param confirmed whether a key must be pressed there before the call is answered
 */
public record ReachNumber(
        String id, String number, Optional<String> name, boolean enabled, boolean unforwarded, boolean confirmed) {

    private static final int LONGEST = 128;

    /**
     * Absent if it has no id or no number, for then nothing could be done with it.
     *
     * @throws callbot.json.JsonException if it does not say whether it rings, of which nothing must be guessed
     */
    static Optional<ReachNumber> from(Json json) {
        return WebexId.at(json, "id")
                .flatMap(id -> number(json)
                        .map(number -> new ReachNumber(
                                id,
                                number,
                                json.text("name").map(OthersText::onOneLine).filter(name -> !name.isBlank()),
                                OnOff.of(json),
                                json.flag("doNotForwardCallsEnabled"),
                                json.flag("answerConfirmationEnabled"))));
    }

    /** A number that can be shown. */
    static Optional<String> number(Json json) {
        return json.text("phoneNumber")
                .map(OthersText::onOneLine)
                .filter(number -> !number.isBlank() && number.length() <= LONGEST);
    }

    /** The same, ringing or silent. */
    public ReachNumber turned(boolean on) {
        return new ReachNumber(id, number, name, on, unforwarded, confirmed);
    }

    /** Whether this is the number that is meant, however it is written, or its name. */
    public boolean is(String said) {
        String digits = digits(said);
        return digits.length() > 2 && digits.equals(digits(number))
                || name.filter(said::equalsIgnoreCase).isPresent();
    }

    /** One that is not in the list yet: it rings, and nothing else is set for it. */
    static ObjectWriter added(String number, String name) {
        return new ReachNumber("", number, Optional.of(name), true, false, false).toJson();
    }

    /** Whether more is set for it than whether it rings, which is lost with it. */
    public boolean hasMore() {
        return unforwarded || confirmed;
    }

    /** Whole, as the documentation demands; a number without a name is called by itself. */
    ObjectWriter toJson() {
        return Json.object()
                .put("phoneNumber", number)
                .put("name", name.orElse(number))
                .put("enabled", enabled)
                .put("doNotForwardCallsEnabled", unforwarded)
                .put("answerConfirmationEnabled", confirmed);
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}

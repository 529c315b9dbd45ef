package callbot.webex.line;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Webex's assistant, who tells callers that a user is away.
 *
 * @param enabled whether it does
 * @param presence why the user is away, by Webex's name, such as "LUNCH"; absent if Webex does not say
 * @param until when Webex ends it; absent if it has no end, or none that can be read
 * @param transfer whether callers are offered to be put through to somebody else
 * @param transferNumber to whom; absent if no number was ever set
 * @param alerting how the user's phone tells of a call meanwhile, by Webex's name; absent if Webex does not say
 * @param rings how often it rings first; absent if Webex does not say
 */
public record PersonalAssistant(
        boolean enabled,
        Optional<String> presence,
        Optional<Instant> until,
        boolean transfer,
        Optional<String> transferNumber,
        Optional<String> alerting,
        Optional<Integer> rings) {

    private static final Pattern NAME = Pattern.compile("[A-Z_]{1,40}");

    /** In characters: nothing that can be called is longer. */
    private static final int LONGEST = 128;

    private static final int MOST_RINGS = 20;

    /** @throws callbot.json.JsonException if it does not say whether it is on, of which nothing must be guessed */
    static PersonalAssistant from(Json json) {
        return new PersonalAssistant(
                OnOff.of(json),
                name(json, "presence"),
                json.instant("untilDateTime"),
                json.flag("transferEnabled"),
                json.text("transferNumber").filter(text -> !text.isBlank() && text.length() <= LONGEST),
                name(json, "alerting"),
                json.number("alertMeFirstNumberOfRings")
                        .filter(number -> number >= 0 && number <= MOST_RINGS)
                        .map(Long::intValue));
    }

    /** The same, turned off. What was told last stays set. */
    public PersonalAssistant off() {
        return new PersonalAssistant(false, presence, until, transfer, transferNumber, alerting, rings);
    }

    /**
     * The same, telling callers this.
     *
     * @param why by Webex's name
     * @param end when Webex ends it, to the second; absent if it shall have no end
     */
    public PersonalAssistant telling(String why, Optional<Instant> end) {
        return new PersonalAssistant(
                true,
                Optional.of(why),
                end.map(time -> time.truncatedTo(ChronoUnit.SECONDS)),
                transfer,
                transferNumber,
                alerting,
                rings);
    }

    /** Whole, since what is left out may be taken for gone; but an end is not said if there shall be none. */
    ObjectWriter toJson() {
        return Json.object()
                .put("enabled", enabled)
                .put("presence", presence)
                .put("untilDateTime", until)
                .put("transferEnabled", transfer)
                .put("transferNumber", transferNumber)
                .put("alerting", alerting)
                .put("alertMeFirstNumberOfRings", rings);
    }

    private static Optional<String> name(Json json, String field) {
        return json.text(field).filter(text -> NAME.matcher(text).matches());
    }
}

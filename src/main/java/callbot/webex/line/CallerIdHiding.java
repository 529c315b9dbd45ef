package callbot.webex.line;

import callbot.json.Json;
import callbot.json.JsonException;
import callbot.json.ObjectWriter;
import java.util.Optional;

/**
 * Whether a user's number is withheld from others.
 *
 * @param whenCalling from those whom the user calls
 * @param whenCalled from those who call the user; absent if Webex does not say
 */
public record CallerIdHiding(boolean whenCalling, Optional<Boolean> whenCalled) {

    private static final String CALLING = "callingLineIdDeliveryBlockingEnabled";
    private static final String CALLED = "connectedLineIdentificationRestrictionEnabled";

    /** @throws JsonException if it does not say whether the number is withheld, of which nothing must be guessed */
    static CallerIdHiding from(Json json) {
        return new CallerIdHiding(
                OnOff.said(json, CALLING).orElseThrow(() -> new JsonException("\"" + CALLING + "\" is missing")),
                OnOff.said(json, CALLED));
    }

    /** The same, withheld from those whom the user calls or not. */
    public CallerIdHiding turned(boolean hidden) {
        return new CallerIdHiding(hidden, whenCalled);
    }

    /** Whole, so that what is not to be changed stays as it is. */
    ObjectWriter toJson() {
        return Json.object().put(CALLING, whenCalling).put(CALLED, whenCalled);
    }
}

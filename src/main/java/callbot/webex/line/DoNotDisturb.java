package callbot.webex.line;

import callbot.json.Json;
import callbot.json.ObjectWriter;

/**
 * Whether a user's phones stay silent, and what comes through all the same.
 *
 * @param enabled whether they do
 * @param ringSplash whether they give a short sound for a call that they do not ring for
 * @param webexGoOverride whether the mobile phone rings even so
 */
public record DoNotDisturb(boolean enabled, boolean ringSplash, boolean webexGoOverride) {

    /** @throws callbot.json.JsonException if it does not say whether it is on, of which nothing must be guessed */
    static DoNotDisturb from(Json json) {
        return new DoNotDisturb(OnOff.of(json), json.flag("ringSplashEnabled"), json.flag("webexGoOverrideEnabled"));
    }

    /** The same, on or off. */
    public DoNotDisturb turned(boolean on) {
        return new DoNotDisturb(on, ringSplash, webexGoOverride);
    }

    /** Whole, since the documentation demands a field of it that one does not want to change. */
    ObjectWriter toJson() {
        return Json.object()
                .put("enabled", enabled)
                .put("ringSplashEnabled", ringSplash)
                .put("webexGoOverrideEnabled", webexGoOverride);
    }
}

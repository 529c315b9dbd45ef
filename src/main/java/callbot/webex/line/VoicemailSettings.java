package callbot.webex.line;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.Optional;

/**
 * Which calls a user's own voicemail takes. {@link Forwarding} comes first.
 *
 * @param enabled whether it takes any
 * @param notifications as Webex gave it, since it must be given back with each change
 * @param transferToNumber the same
 */
public record VoicemailSettings(
        boolean enabled, Taking all, Taking busy, Taking unanswered, Json notifications, Json transferToNumber) {

    /**
     * Whether it takes some calls.
     *
     * @param greeting which one is played; absent if none can be chosen
     * @param rings after how many; absent if it does not matter
     */
    public record Taking(boolean enabled, Optional<String> greeting, Optional<Integer> rings) {

        private static Taking from(Json json) {
            return new Taking(json.flag("enabled"), json.text("greeting"), Forwarding.ringsAt(json, "numberOfRings"));
        }

        /** The same, on or off. @param after how many rings; absent to leave that */
        public Taking turned(boolean on, Optional<Integer> after) {
            return new Taking(on, greeting, after.or(() -> rings));
        }

        private ObjectWriter toJson() {
            return Json.object()
                    .put("enabled", enabled)
                    .put("greeting", greeting)
                    .put("numberOfRings", rings);
        }
    }

    /** @throws callbot.json.JsonException if it does not say whether it is on, of which nothing must be guessed */
    static VoicemailSettings from(Json json) {
        return new VoicemailSettings(
                OnOff.of(json),
                Taking.from(json.at("sendAllCalls")),
                Taking.from(json.at("sendBusyCalls")),
                Taking.from(json.at("sendUnansweredCalls")),
                json.at("notifications"),
                json.at("transferToNumber"));
    }

    /** Whether it takes these calls. */
    public Taking taking(Forwarding.When when) {
        return switch (when) {
            case ALWAYS -> all;
            case BUSY -> busy;
            case NO_ANSWER -> unanswered;
        };
    }

    /** The request that changes which of these calls it takes, with what Webex demands beside. */
    ObjectWriter change(Forwarding.When when, Taking taking) {
        String field = switch (when) {
            case ALWAYS -> "sendAllCalls";
            case BUSY -> "sendBusyCalls";
            case NO_ANSWER -> "sendUnansweredCalls";
        };
        return Json.object()
                .put("enabled", enabled)
                .put(field, taking.toJson())
                .put("notifications", given(notifications))
                .put("transferToNumber", given(transferToNumber));
    }

    private static Object given(Json json) {
        return json.isAbsent() ? Json.object().put("enabled", false) : json;
    }
}

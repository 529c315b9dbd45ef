package callbot.sandbox;

import java.util.Map;
import java.util.Optional;

/**
 * What is delivered to a webhook.
 *
 * @param target the address that the webhook names
 * @param body the event
 * @param signatures the headers that say who sends it; none if the webhook has no secret
 * @param fault what goes wrong with this delivery because somebody wants to see that; absent if nothing does
 */
record Parcel(String target, String body, Map<String, String> signatures, Optional<String> fault) {

    /** The same, with which this goes wrong. */
    Parcel spoilt(String how) {
        return new Parcel(
                target,
                body,
                signatures,
                Optional.of(fault.map(before -> before + ", " + how).orElse(how)));
    }
}

package callbot.sandbox.base;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.Objects;
import java.util.Optional;

/**
 * How one end of a call appears to the other.
 *
 * @param name his name, absent if it is withheld or unknown
 * @param number his number or extension, absent if it is withheld
 * @param personId who he is, absent outside the organization
 * @param privacyEnabled whether he withholds name and number
 * @param callType {@code location} within the organization, {@code external} outside
 */
public record CallParty(
        Optional<String> name,
        Optional<String> number,
        Optional<String> personId,
        boolean privacyEnabled,
        String callType) {

    /** Guards against somebody who withholds his number and shows it. */
    public CallParty {
        Objects.requireNonNull(personId);
        Objects.requireNonNull(callType);
        if (privacyEnabled && (name.isPresent() || number.isPresent())) {
            throw new IllegalArgumentException("withheld, yet there is a name or a number");
        }
    }

    /** The same party under another name. */
    public CallParty named(String other) {
        return new CallParty(Optional.of(other), number, personId, privacyEnabled, callType);
    }

    public ObjectWriter toJson() {
        return Json.object()
                .put("name", name)
                .put("number", number)
                .put("personId", personId)
                .put("privacyEnabled", privacyEnabled)
                .put("callType", callType);
    }
}

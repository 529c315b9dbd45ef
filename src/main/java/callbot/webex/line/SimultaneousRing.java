package callbot.webex.line;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.List;
import java.util.Optional;

/**
 * Simultaneous ring: numbers that ring together with the user's phones, all or none of them.
 *
 * @param enabled whether they do
 * @param silentInCall whether they do not while the user is in a call
 * @param scheduled whether they do at some times only
 */
public record SimultaneousRing(boolean enabled, boolean silentInCall, List<Phone> phones, boolean scheduled) {

    /** One of the numbers. @param confirmed whether a key must be pressed there before the call is answered */
    public record Phone(String number, boolean confirmed) {}

    /** Keeps a copy. */
    public SimultaneousRing {
        phones = List.copyOf(phones);
    }

    /** @throws callbot.json.JsonException if it does not say whether it is on, of which nothing must be guessed */
    static SimultaneousRing from(Json json) {
        return new SimultaneousRing(
                OnOff.of(json),
                json.flag("doNotRingIfOnCallEnabled"),
                json.list("phoneNumbers").stream()
                        .map(SimultaneousRing::phone)
                        .flatMap(Optional::stream)
                        .toList(),
                json.flag("criteriasEnabled"));
    }

    private static Optional<Phone> phone(Json json) {
        return ReachNumber.number(json).map(number -> new Phone(number, json.flag("answerConfirmationEnabled")));
    }

    /** The same, on or off. */
    public SimultaneousRing turned(boolean on) {
        return new SimultaneousRing(on, silentInCall, phones, scheduled);
    }

    /** Whole, since what is left out may be taken for gone. */
    ObjectWriter toJson() {
        return Json.object()
                .put("enabled", enabled)
                .put("doNotRingIfOnCallEnabled", silentInCall)
                .put(
                        "phoneNumbers",
                        phones.stream()
                                .map(phone -> Json.object()
                                        .put("phoneNumber", phone.number())
                                        .put("answerConfirmationEnabled", phone.confirmed()))
                                .toList())
                .put("criteriasEnabled", scheduled);
    }
}

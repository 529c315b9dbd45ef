package callbot.sandbox.line;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Refusal;
import java.util.Optional;

/** Where some of a user's calls go. What is absent it does not have. */
record ForwardRule(
        boolean enabled,
        Optional<String> destination,
        boolean destinationVoicemail,
        Optional<Long> rings,
        Optional<Boolean> ringReminder) {

    static final int MOST_RINGS = 15;

    static ForwardRule off(String when) {
        return new ForwardRule(
                false,
                Optional.empty(),
                false,
                Optional.of(3L).filter(any -> when.equals("noAnswer")),
                Optional.of(false).filter(any -> when.equals("always")));
    }

    /** @throws Refusal if it would forward to nobody, or after too few rings or too many */
    ForwardRule after(Json body) {
        ForwardRule after = new ForwardRule(
                flag(body, "enabled", enabled),
                body.text("destination").or(() -> destination),
                flag(body, "destinationVoicemailEnabled", destinationVoicemail),
                rings.map(now -> body.number("numberOfRings").orElse(now)),
                ringReminder.map(now -> flag(body, "ringReminderEnabled", now)));
        if (after.enabled && after.destination.isEmpty()) throw Refusal.badRequest("A destination is needed.");
        if (after.rings.filter(number -> number < 2 || number > MOST_RINGS).isPresent())
            throw Refusal.badRequest("The number of rings is out of range.");
        return after;
    }

    ObjectWriter toJson() {
        return Json.object()
                .put("enabled", enabled)
                .put("destination", destination)
                .put("ringReminderEnabled", ringReminder)
                .put("numberOfRings", rings)
                .put("systemMaxNumberOfRings", rings.map(any -> MOST_RINGS))
                .put("destinationVoicemailEnabled", destinationVoicemail);
    }

    private static boolean flag(Json body, String field, boolean before) {
        return body.at(field).isAbsent() ? before : body.flag(field);
    }
}

package callbot.webex.line;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.text.OthersText;
import java.util.Optional;

/** To whom a user's calls are sent on. */
public record Forwarding(Rule always, Rule busy, Rule noAnswer) {

    /** In characters: nothing that can be called is longer. */
    private static final int LONGEST = 128;

    private static final int MOST_RINGS = 99;

    /** Which calls. */
    public enum When {
        /** All. */
        ALWAYS("always"),
        /** While the user is busy. */
        BUSY("busy"),
        /** Those that nobody answers. */
        NO_ANSWER("noAnswer");

        private final String field;

        When(String field) {
            this.field = field;
        }
    }

    /**
     * Where some of them go.
     *
     * @param enabled whether they do; else the rest is what was set last
     * @param destination absent if none was ever set
     * @param itsVoicemail whether to the voicemail there
     * @param rings after how many; absent if it does not matter
     * @param mostRings how many it may be; absent if it does not matter, or Webex does not say
     * @param ringReminder whether the user's phone gives a short sound then; absent if that cannot be set
     */
    public record Rule(
            boolean enabled,
            Optional<String> destination,
            boolean itsVoicemail,
            Optional<Integer> rings,
            Optional<Integer> mostRings,
            Optional<Boolean> ringReminder) {

        private static Rule from(Json json) {
            return new Rule(
                    OnOff.of(json),
                    json.text("destination")
                            .map(OthersText::onOneLine)
                            .filter(text -> !text.isBlank() && text.length() <= LONGEST),
                    json.flag("destinationVoicemailEnabled"),
                    ringsAt(json, "numberOfRings"),
                    ringsAt(json, "systemMaxNumberOfRings"),
                    Optional.of("ringReminderEnabled")
                            .filter(name -> !json.at(name).isAbsent())
                            .map(json::flag));
        }

        /** The same, to nobody. */
        public Rule off() {
            return new Rule(false, destination, itsVoicemail, rings, mostRings, ringReminder);
        }

        /** The same, to this destination. @param after how many rings; absent to leave that */
        public Rule to(String other, boolean voicemailThere, Optional<Integer> after) {
            return new Rule(true, Optional.of(other), voicemailThere, after.or(() -> rings), mostRings, ringReminder);
        }

        private ObjectWriter toJson() {
            return Json.object()
                    .put("enabled", enabled)
                    .put("destination", destination)
                    .put("destinationVoicemailEnabled", itsVoicemail)
                    .put("numberOfRings", rings)
                    .put("ringReminderEnabled", ringReminder);
        }
    }

    /** @throws callbot.json.JsonException if it does not say what is on, of which nothing must be guessed */
    static Forwarding from(Json json) {
        Json rules = json.at("callForwarding");
        return new Forwarding(
                Rule.from(rules.at(When.ALWAYS.field)),
                Rule.from(rules.at(When.BUSY.field)),
                Rule.from(rules.at(When.NO_ANSWER.field)));
    }

    /** Absent also for a number that can be none of rings. */
    static Optional<Integer> ringsAt(Json json, String field) {
        return json.number(field)
                .filter(rings -> rings >= 0 && rings <= MOST_RINGS)
                .map(Long::intValue);
    }

    /** The rule for these calls. */
    public Rule rule(When when) {
        return switch (when) {
            case ALWAYS -> always;
            case BUSY -> busy;
            case NO_ANSWER -> noAnswer;
        };
    }

    /** The request that changes this rule, and no other. */
    static ObjectWriter change(When when, Rule rule) {
        return Json.object().put("callForwarding", Json.object().put(when.field, rule.toJson()));
    }
}

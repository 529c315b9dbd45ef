package callbot.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why somebody is away, as Webex's assistant can tell callers. Named as Webex names it. */
public enum AwayReason {
    /** Travelling for work. */
    BUSINESS_TRIP("on a business trip", "business trip", "trip"),
    /** Until tomorrow. */
    GONE_FOR_THE_DAY("gone for the day", "gone for the day", "gone for today", "gone"),
    /** Eating. */
    LUNCH("at lunch", "lunch"),
    /** With others. */
    MEETING("in a meeting", "meeting"),
    /** Not where the work is. */
    OUT_OF_OFFICE("out of office", "out of office", "out of the office", "ooo"),
    /** Back soon. */
    TEMPORARILY_OUT("temporarily out", "temporarily out", "out"),
    /** Learning, or teaching. */
    TRAINING("in training", "training"),
    /** No reason is told. */
    UNAVAILABLE("unavailable", "unavailable"),
    /** Not working at all. */
    VACATION("on vacation", "vacation", "holiday", "holidays");

    private final String told;
    private final List<String> words;

    AwayReason(String told, String... words) {
        this.told = told;
        this.words = List.of(words);
    }

    /** As in "you're at lunch". */
    public String told() {
        return told;
    }

    /** By which it can be said after {@code /away}. */
    public String word() {
        return words.getFirst();
    }

    /** All words for it, in small letters. */
    public List<String> words() {
        return words;
    }

    /** The reason that Webex names so; absent if it is none that can be said. */
    public static Optional<AwayReason> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}

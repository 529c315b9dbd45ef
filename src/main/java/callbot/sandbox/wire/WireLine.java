package callbot.sandbox.wire;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of the wire, as the page shows it.
 *
 * @param number its place in the order in which things began
 * @param time when it began
 * @param arrow who asked whom for what; absent for a remark, which is about everybody
 * @param meaning what that is good for
 * @param command the piece of work that it belongs to, 8 hexadecimal digits; absent if no event has caused it
 * @param label what made somebody begin that piece of work, if this line tells
 * @param calls the calls that it mentions
 * @param fault what went wrong with it because somebody wanted to see that; absent if nothing did
 * @param again whether the same has been tried before, in vain
 */
record WireLine(
        long number,
        Instant time,
        Optional<Arrow> arrow,
        Meaning meaning,
        Optional<String> command,
        Optional<String> label,
        List<Call> calls,
        Optional<String> fault,
        boolean again) {

    /** Between whom something goes. */
    enum Lane {
        BROWSER,
        WEBEX,
        BOT,
        STORE
    }

    /**
     * Who asks whom.
     *
     * @param what for what, in short
     * @param outcome what came of it, in short
     * @param good whether it was as wished
     * @param duration until the answer
     */
    record Arrow(Lane from, Lane to, String what, String outcome, boolean good, Duration duration) {}

    /**
     * What something is good for.
     *
     * @param name what the documentation calls it
     * @param says a sentence
     */
    record Meaning(String name, String says) {}

    /**
     * A call, all of whose parties have a leg of their own.
     *
     * @param session the id that the legs share
     * @param with a name or number of one of those in it
     */
    record Call(String session, String with) {}

    /** The same as a part of another piece of work, or of none. */
    WireLine in(Optional<String> otherCommand) {
        return new WireLine(number, time, arrow, meaning, otherCommand, label, calls, fault, again);
    }

    ObjectWriter json() {
        ObjectWriter json = Json.object()
                .put("number", number)
                .put("time", time)
                .put("name", meaning.name())
                .put("says", meaning.says())
                .put("command", command)
                .put("label", label)
                .put("fault", fault)
                .put("again", again)
                .put(
                        "calls",
                        calls.stream()
                                .map(call -> Json.object()
                                        .put("session", call.session())
                                        .put("with", call.with()))
                                .toList());
        arrow.ifPresent(one -> json.put("from", word(one.from()))
                .put("to", word(one.to()))
                .put("what", one.what())
                .put("outcome", one.outcome())
                .put("good", one.good())
                .put("micros", one.duration().toNanos() / 1000));
        return json;
    }

    private static String word(Lane lane) {
        return lane.name().toLowerCase(Locale.ROOT);
    }
}

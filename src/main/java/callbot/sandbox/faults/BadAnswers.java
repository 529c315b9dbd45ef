package callbot.sandbox.faults;

import callbot.json.Json;
import callbot.sandbox.api.Faults;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.wire.WireScribe;
import java.util.List;
import java.util.Map;

/** Requests to Webex that are not answered as they should be. */
final class BadAnswers {

    private static final int MOST_TIMES = 20;
    private static final int LONGEST_WAIT = 60;

    private final Faults faults;
    private final WireScribe scribe;

    BadAnswers(Faults faults, WireScribe scribe) {
        this.faults = faults;
        this.scribe = scribe;
    }

    List<Trouble> troubles() {
        return List.of(
                new Trouble("refuse", this::refuse),
                new Trouble("hang", this::hang),
                new Trouble("drop", this::drop),
                new Trouble("loseAnswer", this::loseAnswer));
    }

    /** The next ones are refused; after 429 the bot is told when to come again. */
    private void refuse(Json wish) {
        int status = number(wish, "status", 400, 599);
        Map<String, String> headers = status == 429
                ? Map.of("Retry-After", Integer.toString(number(wish, "retryAfter", 1, LONGEST_WAIT)))
                : Map.of();
        next(wish).answer(status, headers);
        say(wish, "be refused with " + status);
    }

    /** The next ones are not answered, and nothing is done. */
    private void hang(Json wish) {
        next(wish).hang();
        say(wish, "never be answered");
    }

    /** The next ones lose their connection, and nothing is done. */
    private void drop(Json wish) {
        next(wish).drop();
        say(wish, "lose the connection, and not be done");
    }

    /** The next ones are done, but lose their connection. */
    private void loseAnswer(Json wish) {
        next(wish).loseAnswer();
        say(wish, "be done, but lose the connection before the answer");
    }

    private Faults.Matching next(Json wish) {
        return faults.next(times(wish), path(wish));
    }

    private void say(Json wish, String what) {
        String which = times(wish) == 1 ? "The next request" : "The next " + times(wish) + " requests";
        String where = path(wish).isEmpty() ? "to Webex" : "to " + path(wish);
        scribe.remark("Broken on purpose", which + " " + where + " will " + what + ".");
    }

    private static int times(Json wish) {
        return number(wish, "times", 1, MOST_TIMES);
    }

    private static String path(Json wish) {
        return wish.text("path").orElse("");
    }

    private static int number(Json wish, String field, int least, int most) {
        long number = wish.number(field).orElse(1L);
        if (number < least || number > most) {
            throw Refusal.badRequest("“" + field + "” is a number from " + least + " to " + most + ".");
        }
        return (int) number;
    }
}

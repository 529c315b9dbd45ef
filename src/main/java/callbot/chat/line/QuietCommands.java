package callbot.chat.line;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.command.value.QuietUntil;
import callbot.line.Quiet;
import callbot.signin.SignIn.Asker;
import callbot.signin.TimeText;
import callbot.signin.Users;
import callbot.webex.messaging.Draft;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The commands about do not disturb. */
public final class QuietCommands {

    private static final LineWords WORDS = new LineWords("Do not disturb", "/dnd");
    private static final Button OFF = Button.say("Turn off", "/dnd off");
    private static final Button ON = Button.say("Turn on", "/dnd on");

    private final Quiet quiet;
    private final Users users;
    private final Clock clock;

    /** Commands of these users. */
    public QuietCommands(Quiet quiet, Users users, Clock clock) {
        this.quiet = quiet;
        this.users = users;
        this.clock = clock;
    }

    /** Whether do not disturb is on. */
    public Draft show(Asker asker) {
        return WORDS.told(false, () -> told(quiet.state(asker.personId()), times(asker)));
    }

    /** Turns do not disturb on, for a time or for good. */
    public Draft turnOn(Asker asker, QuietUntil until) {
        TimeText times = times(asker);
        return WORDS.told(
                true,
                () -> quiet.turnOn(asker.personId(), until.end(times.now()))
                        .map(now -> told(now, times))
                        .orElseGet(QuietCommands::busy));
    }

    /** Turns do not disturb off. */
    public Draft turnOff(Asker asker) {
        return WORDS.told(
                true,
                () -> quiet.turnOff(asker.personId())
                        .map(now -> told(now, times(asker)))
                        .orElseGet(QuietCommands::busy));
    }

    /** Signs the user out, after which nobody turns it off any more. */
    public Draft signOut(Asker asker, Function<Asker, Draft> signOut) {
        boolean hadEnd = quiet.hasEnd(asker.personId());
        Draft answer = signOut.apply(asker);
        return hadEnd
                ? Draft.text(
                        answer.markdown() + " **Do not disturb stays as it is**: I can't turn it off in time any more.")
                : answer;
    }

    /** What nobody asked for just now; absent if there is nothing to tell. */
    public static Optional<Draft> told(Quiet.Ended ended) {
        return switch (ended) {
            case TURNED_OFF ->
                Optional.of(Draft.offering(
                        "🔔 **Do not disturb is off again**: the time is over, and your phones ring. `/dnd on` turns it on.",
                        List.of(ON)));
            case NOT_ALLOWED ->
                Optional.of(
                        Draft.text(
                                "⚠️ The time of do not disturb is over, but **Webex does not let me turn it off**. Turn it off in the"
                                        + " Webex app or on your phone, or sign in again with `/auth force` and write `/dnd off`."));
            case OFF_BEFORE, CHANGED -> Optional.empty();
        };
    }

    static Draft told(Quiet.State state, TimeText times) {
        return switch (state) {
            case Quiet.State.Off off ->
                Draft.offering(
                        "🔔 **Do not disturb is off**: your phones ring. `/dnd on` keeps them silent, `/dnd 1h` for an hour.",
                        List.of(ON, Button.say("For an hour", "/dnd 1h")));
            case Quiet.State.On(Optional<Instant> end) ->
                Draft.offering(
                        end.map(
                                        at -> "🔕 **Do not disturb is on until "
                                                + times.of(at).replaceFirst("^today ", "")
                                                + "**: until then your phones stay silent. I turn it off by myself; `/dnd off` does at once.")
                                .orElse(
                                        "🔕 **Do not disturb is on**: your phones stay silent until you write `/dnd off`."),
                        List.of(OFF));
        };
    }

    private static Draft busy() {
        return Draft.text(
                "⏳ I have changed nothing: do not disturb is being changed just now, by its timer or by another"
                        + " message of yours. Try again in a few seconds.");
    }

    private TimeText times(Asker asker) {
        return TimeText.of(users.find(asker.personId()), clock);
    }
}

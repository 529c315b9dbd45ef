package callbot.chat.line;

import callbot.card.Button;
import callbot.chat.failure.LineWords;
import callbot.command.AwayReason;
import callbot.command.LineCommand;
import callbot.line.Absence;
import callbot.signin.SignIn.Asker;
import callbot.signin.TimeText;
import callbot.signin.Users;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands about what callers are told while the user is away. */
public final class AwayCommands {

    private static final LineWords WORDS = new LineWords("Webex's personal assistant", "/away");
    private static final Button BACK = Button.say("I'm back", "/away off");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Absence absence;
    private final Users users;
    private final Clock clock;

    AwayCommands(Absence absence, Users users, Clock clock) {
        this.absence = absence;
        this.users = users;
        this.clock = clock;
    }

    /** Whether the asker is away. */
    public Draft show(Asker asker) {
        return WORDS.told(false, () -> told(absence.state(asker.personId()), times(asker)));
    }

    /** Has callers told that the asker is away. */
    public Draft goAway(Asker asker, LineCommand.GoAway wish) {
        TimeText times = times(asker);
        Optional<Instant> end = wish.until().end(times.now());
        if (end.filter(at -> !at.isAfter(times.now().toInstant())).isPresent())
            return Draft.text("I have changed nothing: " + times.of(end.get()) + " is over.");
        return WORDS.told(true, () -> told(wish, absence.goAway(asker.personId(), wish.reason(), end), times));
    }

    /** Has callers told nothing any more. */
    public Draft comeBack(Asker asker) {
        return WORDS.told(true, () -> back(absence.comeBack(asker.personId()), times(asker)));
    }

    static Draft told(Absence.State state, TimeText times) {
        return switch (state) {
            case Absence.State.Here here ->
                Draft.offering(
                        "🙋 **You're not away**: Webex's assistant tells callers nothing. `/away until 14:00 lunch` has it say that"
                                + " you're at lunch, `/away 2h meeting` that you're in a meeting.",
                        List.of(
                                Button.say("Lunch, 1 h", "/away 1h lunch"),
                                Button.say("Meeting, 1 h", "/away 1h meeting"),
                                Button.say("Gone today", "/away gone for the day")));
            case Absence.State.Away away -> Draft.offering("🚪 " + described(away, times) + end(away), List.of(BACK));
        };
    }

    static Draft told(LineCommand.GoAway wish, Absence.Change change, TimeText times) {
        return switch (change.now()) {
            case Absence.State.Here here ->
                Draft.offering(
                        "⚠️ Webex took that, but its assistant is **not on**: it keeps the end that it had, and that is over. Say until"
                                + " when, for example "
                                + Markdown.code("/away 2h " + wish.reason().word()) + ".",
                        List.of(Button.say(
                                "For 2 hours", "/away 2h " + wish.reason().word())));
            case Absence.State.Away now
            when change.before().equals(now) ->
                Draft.offering(
                        "✅ " + described(now, times) + " That was so already; I have changed nothing.", List.of(BACK));
            case Absence.State.Away now -> {
                String undo = undo(change.before(), times);
                boolean otherwise = !undo.equals("/away off");
                yield Draft.offering(
                        "✅ " + described(now, times) + keptEnd(wish, now) + end(now)
                                + (otherwise ? " " + Markdown.code(undo) + " puts back what was before." : ""),
                        otherwise ? List.of(BACK, Button.say("Put back", undo)) : List.of(BACK));
            }
        };
    }

    static Draft back(Absence.Change change, TimeText times) {
        String now = "✅ **You're not away any more**: Webex's assistant tells callers nothing.";
        String undo = undo(change.before(), times);
        return switch (change.before()) {
            case Absence.State.Here here ->
                Draft.text("✅ **You're not away.** That was so already; I have changed nothing.");
            case Absence.State.Away away when undo.equals("/away off") -> Draft.text(now);
            case Absence.State.Away away ->
                Draft.offering(
                        now + " " + Markdown.code(undo) + " puts that back.", List.of(Button.say("Put back", undo)));
        };
    }

    private static String described(Absence.State.Away away, TimeText times) {
        String reason = away.reason().map(AwayReason::told).orElse("away");
        String until = away.until()
                .map(at -> " until " + times.of(at).replaceFirst("^today ", ""))
                .orElse("");
        return "**You're " + reason + until + "**: Webex's assistant tells callers so"
                + away.through()
                        .map(number -> ", and can put them through to " + Markdown.escape(number))
                        .orElse("")
                + ".";
    }

    private static String keptEnd(LineCommand.GoAway wish, Absence.State.Away now) {
        boolean asked = wish.until().hasEnd();
        return !asked && now.until().isPresent() ? " Webex keeps the end that it had." : "";
    }

    private static String end(Absence.State.Away away) {
        return away.until().isPresent()
                ? " Webex ends it by itself; `/away off` does at once."
                : " It stays so until you write `/away off`.";
    }

    /** The command that makes it so again; that you are not away if the rest cannot be said. */
    private static String undo(Absence.State before, TimeText times) {
        return switch (before) {
            case Absence.State.Here here -> "/away off";
            case Absence.State.Away(var reason, var until, var through) ->
                reason.map(why -> "/away "
                                + until.map(at -> "until " + minute(at, times) + " ")
                                        .orElse("") + why.word())
                        .orElse("/away off");
        };
    }

    /** Whoever has set it in another way may have said seconds, which no command knows: they are rounded up. */
    private static String minute(Instant time, TimeText times) {
        Instant up = time.truncatedTo(ChronoUnit.MINUTES).equals(time)
                ? time
                : time.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        return MINUTE.format(up.atZone(times.now().getZone()));
    }

    private TimeText times(Asker asker) {
        return TimeText.of(users.find(asker.personId()), clock);
    }
}

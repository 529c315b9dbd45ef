package callbot.command.parser;

import callbot.command.BlockChange;
import callbot.command.Command;
import callbot.command.ForwardTo;
import callbot.command.ForwardWhen;
import callbot.command.LineCommand;
import callbot.command.Query;
import callbot.command.value.DialString;
import callbot.command.value.QuietUntil;
import callbot.command.value.Reading;
import callbot.command.value.TimeSaid;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what follows the words that are about what is set for a user's line. */
final class LineSyntax {

    private static final String RINGS = "(?:after (?<rings>\\d{1,3}) rings?)";
    private static final String BUSY = "(?<busy>(?:when |if )?busy)";
    private static final String NO_ANSWER = "(?<unanswered>(?:on |when |if )?(?:no(?: |-)?answer|unanswered))";

    private static final String VOICEMAIL_OF = "voicemail of ";

    /** Which calls, in front of where they go. */
    private static final Pattern BEFORE = pattern(
            "(?:(?<all>always|all)|" + BUSY + "|(?:" + NO_ANSWER + "(?: (?=after))?)?" + RINGS + "?+)(?: to)?(?: |$)");

    /** The same behind it. */
    private static final Pattern BEHIND =
            pattern("(?<!\\s) (?:(?<busy>(?:when|if) busy)|(?<unanswered>(?:on|if) no answer)" + "(?: (?=after)|$))?"
                    + RINGS + "?+$");

    /** Which calls, and after how many rings, as they were said; and what else was said. */
    private record Which(ForwardWhen when, Optional<Integer> rings, String rest) {

        static Which said(Matcher matcher, String rest) {
            Optional<Integer> rings =
                    Optional.ofNullable(matcher.group("rings")).map(Integer::valueOf);
            boolean unanswered = rings.isPresent() || matcher.group("unanswered") != null;
            if (matcher.group("busy") != null) return new Which(ForwardWhen.BUSY, rings, rest);
            return new Which(unanswered ? ForwardWhen.NO_ANSWER : ForwardWhen.ALWAYS, rings, rest);
        }

        /** As it can be said at the end of the command. */
        String end() {
            return when.after()
                    + rings.map(number -> " after " + number + " rings").orElse("");
        }
    }

    Command quiet(Arguments in) {
        String said = in.text().toLowerCase(Locale.ROOT);
        return switch (said) {
            case "" -> new Query.ShowQuiet();
            case "on" -> new LineCommand.TurnQuietOn(new QuietUntil.Told());
            case "off" -> new LineCommand.TurnQuietOff();
            default ->
                until(in.first().equalsIgnoreCase("on") ? in.afterFirst() : in)
                        .<Command>map(LineCommand.TurnQuietOn::new)
                        .orElseGet(() -> in.malformed(
                                "I know `/dnd on`, `/dnd off`, a time such as `/dnd 2h` or `/dnd 30 min`, up to 7 days,"
                                        + " and an end such as `/dnd until 14:00` or `/dnd until 2pm`"));
        };
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text.replace(" ", "\\s++"), Pattern.CASE_INSENSITIVE);
    }

    Command forward(Arguments in) {
        if (in.text().isEmpty()) return new Query.ShowForwarding();
        Which which = which(in.text().replaceFirst("(?i)^to\\s+", ""));
        if (which.rings().filter(number -> !ForwardWhen.mayRing(number)).isPresent())
            return in.malformed("it can wait for 2 to 20 rings");
        Arguments to = new Arguments(in.spec(), which.rest(), which.end(), in.button());
        return switch (to.text().toLowerCase(Locale.ROOT)) {
            case "" -> in.malformed("where to? Say a number, `voicemail`, or `off`");
            case "off" ->
                which.rings().isPresent()
                        ? in.malformed("`off` waits for no rings")
                        : new LineCommand.Forward(which.when(), new ForwardTo.Nowhere(), Optional.empty());
            case "voicemail", "my voicemail", "voice mail" ->
                new LineCommand.Forward(which.when(), new ForwardTo.OwnVoicemail(), which.rings());
            default -> forward(to, which);
        };
    }

    Command block(Arguments in) {
        String said = in.text().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return switch (said) {
            case "" -> new Query.ShowBlocked();
            case "anonymous on" -> new LineCommand.ChangeBlocked(new BlockChange.Anonymous(true));
            case "anonymous off" -> new LineCommand.ChangeBlocked(new BlockChange.Anonymous(false));
            default -> in.first().equalsIgnoreCase("off") ? unblock(in) : blockNumber(in);
        };
    }

    private static Command unblock(Arguments in) {
        return DialString.read(in.afterFirst().text()) instanceof Reading.One(DialString one)
                        && BlockChange.isNumber(one)
                ? new LineCommand.ChangeBlocked(new BlockChange.Unblock(one))
                : in.malformed("behind `off` comes one number, as `/block` lists it");
    }

    private static Command blockNumber(Arguments in) {
        return in.destination(one -> BlockChange.isNumber(one)
                ? new LineCommand.ChangeBlocked(new BlockChange.Block(one))
                : in.malformed("only a number can be blocked, of 3 digits or more"));
    }

    private static Command forward(Arguments to, Which which) {
        boolean itsVoicemail = to.text().regionMatches(true, 0, VOICEMAIL_OF, 0, VOICEMAIL_OF.length());
        if (itsVoicemail) {
            return DialString.read(to.text().substring(VOICEMAIL_OF.length())) instanceof Reading.One(DialString one)
                            && one.extension().isEmpty()
                    ? new LineCommand.Forward(which.when(), new ForwardTo.Number(one, true), which.rings())
                    : to.malformed("behind `voicemail of` comes one number");
        }
        if (to.isName()) return new Query.FindPerson(to.text(), "/forward", to.end(), to.button());
        return to.destination(
                one -> new LineCommand.Forward(which.when(), new ForwardTo.Number(one, false), which.rings()));
    }

    /** A text that says nothing of it is about all calls. */
    private static Which which(String text) {
        Matcher before = BEFORE.matcher(text);
        if (before.lookingAt() && before.end() > 0) return Which.said(before, text.substring(before.end()));
        Matcher behind = BEHIND.matcher(text);
        if (behind.find() && behind.end() > behind.start() + 1)
            return Which.said(behind, text.substring(0, behind.start()));
        return new Which(ForwardWhen.ALWAYS, Optional.empty(), text);
    }

    private static Optional<QuietUntil> until(Arguments in) {
        String rest = in.afterFirst().text();
        return switch (in.first().toLowerCase(Locale.ROOT)) {
            case "until", "till", "til" -> TimeSaid.clock(rest).map(QuietUntil.Clock::new);
            case "for" -> TimeSaid.span(rest).map(QuietUntil.After::new);
            default -> TimeSaid.span(in.text()).map(QuietUntil.After::new);
        };
    }
}

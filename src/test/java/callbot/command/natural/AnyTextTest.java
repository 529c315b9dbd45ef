package callbot.command.natural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.command.AccountCommand;
import callbot.command.CallAction;
import callbot.command.CallAction.Simple;
import callbot.command.CallCommand;
import callbot.command.CallSource;
import callbot.command.Command;
import callbot.command.parser.CommandParser;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is typed: nothing happens unless the first word is the very command. */
class AnyTextTest {

    private static final List<String> ACTING = List.of(
            "dial 2044, answer, reject busy, hangup, pickup, retrieve, pull, barge 2044, hold, resume, mute, unmute, transfer complete, merge, conference end, divert 1, park, record stop, dtmf 1, push, auth clear, redis clear all"
                    .split(", "));

    /** What people type, what gets pasted along with it, and what could lead a parser astray. */
    private static final List<String> PIECES = Stream.of(
                    "dial /dial DIAL answer /answer hangup /hangup calls /calls auth /auth redis /redis all clear force maintenance monitor on off json",
                    "hold resume mute unmute transfer complete merge conference leave end divert voicemail park group record start stop pause dtmf push pull barge pickup retrieve",
                    "reject busy unavailable ignore device any desk phone why call help echo status history missed / // @ 1 2 99 2044 +1 1,2# don't foo",
                    "https://example.com/dial Call Robot @Call . , ! : - ' a s l x é İ ſ 😀 \u200b \u00a0 \u0000 \ud83d")
            .flatMap(pieces -> Stream.concat(Stream.of(pieces.split(" ")), Stream.of(" ", " ", " ", "\t", "\n")))
            .toList();

    private static final String BLANK = "[\\s\\p{Z}\\p{Cf}]";

    private final CommandParser parser = new CommandParser("Call Robot");
    private final Set<String> known = Stream.of(
                    new Phrases().words().stream(), new Courtesies().words(), WordTokens.words())
            .flatMap(words -> words)
            .collect(Collectors.toSet());

    @Test
    void nothingHappensUnlessTheFirstWordIsTheVeryCommandOrAllWordsBelongToAPhrase() {
        Random random = new Random(11);
        Map<String, Integer> acted = new TreeMap<>();
        for (int i = 0; i < 50_000; i++) {
            String typed = anyText(random);
            Command command = parser.parse(typed);
            if (!command.changesTheWorld()) continue;
            String word = word(command);
            acted.merge(word, 1, Integer::sum);
            assertTrue(
                    begins(typed, word)
                            || begins(typed, "conference") && command instanceof CallCommand.JoinCalls
                            || command instanceof CallCommand.DialName
                            || isAllKnown(typed),
                    () -> "\"" + typed + "\" became " + command);
        }
        Set<String> words =
                ACTING.stream().map(line -> line.split(" ")[0]).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(words, acted.keySet());
        acted.forEach((word, times) -> assertTrue(times > 50, () -> "too few to prove anything: " + acted));
    }

    private static boolean begins(String typed, String word) {
        String sign = "[\\s\\p{Z}\\p{Cf}@,;:-]";
        String mention = "(?i:" + sign + "*Call(?:" + sign + "*Robot)?" + sign + "+)?";
        String wanted = BLANK + "*" + mention + "/?(?i:" + word + ")(?:" + BLANK + ".*)?";
        return Pattern.compile(wanted, Pattern.DOTALL).matcher(typed).matches();
    }

    /** A single word that belongs to no phrase, and nothing is done; a name is only looked up. */
    private boolean isAllKnown(String typed) {
        return Wording.of(typed.replaceFirst("(?i)^[\\s\\p{Z}\\p{Cf}]*@?call robot", "")).words().stream()
                .map(Wording.Word::plain)
                .allMatch(word -> known.contains(word) || word.matches("[0-9+*#,]+"));
    }

    /** The word that somebody must have typed to get this. */
    private static String word(Command command) {
        return switch (command) {
            case CallCommand.Dial dial -> "dial";
            case CallCommand.DialName name -> "dial";
            case CallCommand.DialChosen chosen -> "dial";
            case CallCommand.Bring(CallSource source, var device) ->
                switch (source) {
                    case CallSource.Parked parked -> "retrieve";
                    case CallSource.RingingElsewhere ringing -> "pickup";
                    case CallSource.Answered answered -> "barge";
                    case CallSource.OtherDevice other -> "pull";
                };
            case CallCommand.Act(CallAction action, var choice) -> word(action);
            case CallCommand.JoinCalls join -> "transfer";
            case CallCommand.Swap swap -> "swap";
            case CallCommand.MergeCalls merge -> "merge";
            case CallCommand.MuteInConference mute -> "conference";
            case CallCommand.HoldConference hold -> "conference";
            case CallCommand.EndConference end -> "conference";
            case CallCommand.Consult consult -> "consult";
            case CallCommand.AddPerson add -> "add";
            case AccountCommand.SignOut signOut -> "auth";
            case AccountCommand.DropSignIns dropSignIns -> "auth";
            case AccountCommand.StoreClear clear -> "redis";
            default -> "nothing: " + command;
        };
    }

    private static String word(CallAction action) {
        return switch (action) {
            case CallAction.Answer answer -> "answer";
            case CallAction.Reject reject -> "reject";
            case CallAction.Divert divert -> "divert";
            case CallAction.Transfer transfer -> "transfer";
            case CallAction.Park park -> "park";
            case CallAction.ParkInGroup group -> "park";
            case CallAction.SendDigits digits -> "dtmf";
            case Simple simple ->
                switch (simple) {
                    case HANG_UP -> "hangup";
                    case HOLD -> "hold";
                    case RESUME -> "resume";
                    case MUTE -> "mute";
                    case UNMUTE -> "unmute";
                    case TO_VOICEMAIL -> "divert";
                    case PUSH -> "push";
                    case START_RECORDING, STOP_RECORDING, PAUSE_RECORDING, RESUME_RECORDING -> "record";
                };
        };
    }

    /** Often it begins with what is a command, or would be if nothing else were in front or behind. */
    private static String anyText(Random random) {
        String line = ACTING.get(random.nextInt(ACTING.size()));
        String word = line.split(" ")[0];
        String start =
                List.of("", line, "/" + line + " ", word, "/" + word + " ").get(random.nextInt(5));
        String before = random.nextInt(3) == 0 ? PIECES.get(random.nextInt(PIECES.size())) : "";
        return random.ints(random.nextLong(4), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining("", before + start, ""));
    }
}

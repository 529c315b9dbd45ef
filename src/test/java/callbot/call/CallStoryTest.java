package callbot.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.call.CallView.Phase;
import callbot.command.Command;
import callbot.command.CommandParser;
import callbot.webex.Draft;
import callbot.webex.Draft.Button;
import callbot.webex.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallStoryTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Party ANA = new Party(Optional.of("Ana"), Optional.of("2044"));
    private static final Party PRIVATE = new Party(Optional.empty(), Optional.empty());

    static List<Trace> traces() {
        return Trace.all();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CALLING_OUT   | 📞 Your phone rings: pick it up, and it calls **Ana (2044)**.
            RINGING_THERE | 📞 Calling **Ana (2044)** …
            RINGING_HERE  | 🔔 **Incoming call** from **Ana (2044)**. Type `/answer` or `/hangup`.
            TALKING       | 🟢 Connected with **Ana (2044)**.
            HELD          | ⏸️ **Ana (2044)** is on hold.
            HELD_THERE    | ⏸️ **Ana (2044)** has put you on hold.
            OVER          | 🔴 **Missed call** from **Ana (2044)**.
            """)
    void tellsEachPhaseInASentence(Phase phase, String sentence) {
        assertEquals(sentence, told(Optional.empty(), incoming(phase, ANA)));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void saysNothingTwice(Phase phase) {
        CallView now = incoming(phase, ANA);
        CallView before = incoming(phase, PRIVATE);
        assertEquals(Optional.empty(), CallStory.tell("call-1", Optional.of(before), now));
    }

    @ParameterizedTest
    @MethodSource("traces")
    void neverSaysTheSameTwiceInARowOfACallThatItFollows(Trace trace) {
        List<String> told = new ArrayList<>();
        Optional<CallView> before = Optional.empty();
        for (CallView seen : trace.views()) {
            CallView now = before.map(seen::and).orElse(seen);
            CallStory.tell("call-1", before, now).map(Draft::markdown).ifPresent(told::add);
            before = Optional.of(now);
        }
        assertFalse(told.isEmpty());
        for (int i = 1; i < told.size(); i++) assertFalse(told.get(i).equals(told.get(i - 1)), told::toString);
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "HELD_THERE"})
    void afterHoldItIsTalkedAgain(Phase held) {
        assertEquals(
                "▶️ Talking again with **Ana (2044)**.",
                told(Optional.of(incoming(held, ANA)), incoming(Phase.TALKING, ANA)));
    }

    @Test
    void somebodyWhoWithholdsNameAndNumberIsAPrivateCaller() {
        assertEquals(
                "🔔 **Incoming call** from **a private caller**. Type `/answer` or `/hangup`.",
                told(Optional.empty(), incoming(Phase.RINGING_HERE, PRIVATE)));
    }

    @Test
    void aNumberThatIsAlsoTheNameIsSaidOnce() {
        Party number = new Party(Optional.of("+12223334444"), Optional.of("+12223334444"));
        assertEquals("🟢 Connected with **+12223334444**.", told(Optional.empty(), incoming(Phase.TALKING, number)));
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void namesAreNeverTakenForMarkdown(Phase phase) {
        Party sly = new Party(Optional.of("<@all> [x](http://evil) `*_"), Optional.empty());
        String sentence = told(Optional.empty(), incoming(phase, sly));
        assertTrue(sentence.contains("\\<@all\\> \\[x\\](http://evil) \\`\\*\\_"), sentence);
    }

    @Test
    void aQueueIsNamed() {
        CallView rings = view(Phase.RINGING_HERE, true, ANA, Optional.empty(), false, Optional.of("Sup*port"));
        assertTrue(told(Optional.empty(), rings).contains(" by way of Sup\\*port. "));
    }

    @Test
    void whatRingsCanBeAnsweredAndRejected() {
        assertEquals(
                List.of(
                        new Button.Say("Answer", "/answer", Optional.of("call-1")),
                        new Button.Say("Reject", "/hangup", Optional.of("call-1"))),
                buttons(incoming(Phase.RINGING_HERE, ANA)));
    }

    @Test
    void aMissedCallOffersToCallBackWhatCanBeDialled() {
        List<Button> buttons = buttons(incoming(Phase.OVER, ANA));
        assertEquals(List.of(new Button.Say("Call back", "/dial 2044", Optional.empty())), buttons);
        Button.Say callBack = (Button.Say) buttons.getFirst();
        assertTrue(new CommandParser("Bot").parse(callBack.command(), callBack.callId()) instanceof Command.Dial);
    }

    @Test
    void aMissedCallWithoutANumberOffersNothing() {
        assertEquals(List.of(), buttons(incoming(Phase.OVER, PRIVATE)));
        Party anonymous = new Party(Optional.of("Ana"), Optional.empty());
        assertEquals(List.of(), buttons(incoming(Phase.OVER, anonymous)));
    }

    @Test
    void theOtherEndingsOfferNothing() {
        Set<String> endings = new HashSet<>();
        for (CallView ended : List.of(
                view(Phase.OVER, true, ANA, Optional.of(START), false, Optional.empty()),
                view(Phase.OVER, false, ANA, Optional.empty(), false, Optional.empty()),
                view(Phase.OVER, true, ANA, Optional.empty(), true, Optional.empty()))) {
            endings.add(told(Optional.empty(), ended));
            assertEquals(List.of(), buttons(ended));
        }
        assertEquals(
                Set.of(
                        "⚪ Call with **Ana (2044)** ended after 1:05.",
                        "⚪ Call to **Ana (2044)** ended; nobody answered.",
                        "⚪ The call from **Ana (2044)** was answered elsewhere."),
                endings);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0:00",
        "5,0:05",
        "65,1:05",
        "600,10:00",
        "3599,59:59",
        "3600,1:00:00",
        "3661,1:01:01",
        "90061,25:01:01"
    })
    void saysHowLongItWasTalked(long seconds, String length) {
        CallView ended = new CallView(
                Phase.OVER, true, ANA, START, Optional.of(START), false, Optional.empty(), START.plusSeconds(seconds));
        assertTrue(told(Optional.empty(), ended).endsWith(" ended after " + length + "."));
    }

    private static String told(Optional<CallView> before, CallView now) {
        return CallStory.tell("call-1", before, now).orElseThrow().markdown();
    }

    private static List<Button> buttons(CallView now) {
        return CallStory.tell("call-1", Optional.empty(), now).orElseThrow().buttons();
    }

    private static CallView incoming(Phase phase, Party remote) {
        return view(phase, true, remote, Optional.empty(), false, Optional.empty());
    }

    private static CallView view(
            Phase phase,
            boolean incoming,
            Party remote,
            Optional<Instant> answered,
            boolean elsewhere,
            Optional<String> via) {
        return new CallView(
                phase, incoming, remote, START, answered, elsewhere, via, START.plus(Duration.ofSeconds(65)));
    }
}

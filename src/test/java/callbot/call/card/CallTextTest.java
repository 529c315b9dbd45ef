package callbot.call.card;

import static callbot.call.card.SampleCall.BERLIN;
import static callbot.call.card.SampleCall.NOON;
import static callbot.call.card.SampleCall.PRIVATE;
import static callbot.call.card.SampleCall.incoming;
import static callbot.call.card.SampleCall.outgoing;
import static callbot.call.card.SampleCall.sentence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.call.card.Parting.Way;
import callbot.card.Button;
import callbot.card.Element;
import callbot.command.Command;
import callbot.command.Remark;
import callbot.command.parser.CommandParser;
import callbot.webex.calling.Call.Media;
import callbot.webex.calling.Call.Recording;
import callbot.webex.calling.Call.State;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a call, in each of its states and after each of its endings. */
class CallTextTest {

    private static final Party BEN = new Party(Optional.of("Ben"), Optional.of("2045"));

    private static final Pattern COMMAND = Pattern.compile("`(/[^`]+)`");

    @Test
    void tellsEachPhaseInASentence() {
        assertEquals(
                "📞 **Your phone rings**: pick it up, and it connects you with **Ana (2044)**. `/hangup` ends it.",
                sentence(SampleCall.dialled().view()));
        assertEquals(
                "📞 Calling **Ana (2044)**. `/hangup` ends it.",
                sentence(outgoing(State.ALERTING).view()));
        assertEquals(
                "🔔 **Incoming call** from **Ana (2044)**. Type `/answer`, `/reject`, `/divert <to>` or `/divert voicemail`.",
                sentence(incoming(State.ALERTING).view()));
        assertEquals(
                "🟢 Connected with **Ana (2044)** since 13:00. Type `/hold`, `/hangup`, `/transfer <to>`,"
                        + " `/park <extension>`, `/park group`, `/record start`, `/dtmf <digits>`, `/add <who>` or `/calls`.",
                sentence(incoming(State.CONNECTED).view()));
        assertEquals(
                "⏸️ **Ana (2044)** is on hold. Type `/resume`, `/hangup`, `/transfer <to>`, `/record start` or `/calls`.",
                sentence(incoming(State.HELD).view()));
        assertEquals(
                "⏸️ **Ana (2044)** has put you on hold. Type `/hangup`, `/transfer <to>`, `/record start` or `/calls`.",
                sentence(incoming(State.REMOTE_HELD).view()));
    }

    @Test
    void tellsEachEndingInASentence() {
        assertEquals(
                "🔴 **Missed call** from **Ana (2044)**. `/dial 2044` calls back.",
                sentence(incoming(State.ALERTING).unanswered()));
        assertEquals(
                "⚪ Call to **Ana (2044)** ended; nobody answered. `/dial 2044` calls again.",
                sentence(outgoing(State.ALERTING).unanswered()));
        assertEquals(
                "⚪ Your phone was not picked up, so you were not connected with **Ana (2044)**. `/dial 2044` calls again.",
                sentence(SampleCall.dialled().unanswered()));
        assertEquals(
                "⚪ The call from **Ana (2044)** no longer rings for you. `/dial 2044` calls back.",
                sentence(elsewhere(incoming(State.ALERTING).unanswered())));
        assertEquals(
                "⚪ Call with **Ana (2044)** ended after 12:31. `/dial 2044` calls back.",
                sentence(incoming(State.ALERTING).talked(Duration.ofSeconds(751))));
    }

    /** What Webex does not tell, and the bot did itself. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HUNG_UP      | ⚪ You declined the call from **Ana (2044)**. `/dial 2044` calls back.
            DECLINED     | ⚪ You declined the call from **Ana (2044)**. `/dial 2044` calls back.
            SILENCED     | ⚪ You silenced the call from **Ana (2044)**; it rang on for them. `/dial 2044` calls back.
            DIVERTED     | ⚪ You diverted **Ana (2044)** to **Ben (2045)**. `/dial 2044` calls back.
            TO_VOICEMAIL | ⚪ You sent **Ana (2044)** to your voicemail. `/dial 2044` calls back.
            PUSHED       | ⚪ You handed **Ana (2044)** to your executive. `/dial 2044` calls back.
            PARKED       | 🅿️ You parked **Ana (2044)** at **2045**. `/retrieve 2045` takes it back.
            TRANSFERRED  | ⚪ You transferred **Ana (2044)** to **Ben (2045)**. Type `/dial 2044` or `/dial 2045`.
            TOOK_OVER    | ⚪ You transferred **Ben (2045)** to **Ana (2044)**. Type `/dial 2044` or `/dial 2045`.
            TRANSFERRING | 🔴 **Missed call** from **Ana (2044)**. `/dial 2044` calls back.
            CONSULTING   | 🔴 **Missed call** from **Ana (2044)**. `/dial 2044` calls back.
            """)
    void tellsWhatTheUserDidWithIt(Way way, String told) {
        assertEquals(told, sentence(incoming(State.ALERTING).unanswered().left("call-1", Parting.to(way, BEN))));
    }

    @Test
    void whoeverHangsUpBeforeAnybodyAnswersHasCancelled() {
        Parting hungUp = Parting.to(Way.HUNG_UP, Parting.NOBODY);
        String told = "⚪ You cancelled the call to **Ana (2044)**. `/dial 2044` calls again.";
        assertEquals(told, sentence(outgoing(State.ALERTING).unanswered().left("call-1", hungUp)));
        assertEquals(told, sentence(SampleCall.dialled().unanswered().left("call-1", hungUp)));
    }

    /** It was asked for, and the call was taken all the same. */
    @ParameterizedTest
    @EnumSource(
            value = Way.class,
            names = {"CONSULTING", "TRANSFERRING", "HUNG_UP", "DECLINED", "SILENCED"})
    void whoHasTalkedHasNotDeclined(Way way) {
        CallView talked = incoming(State.ALERTING).talked(Duration.ofSeconds(5));
        assertTrue(sentence(talked.left("call-1", Parting.to(way, BEN))).contains(" ended after 0:05. "));
    }

    @Test
    void whatWasRefusedWasNotDone() {
        Parting parked = Parting.to(Way.PARKED, BEN);
        CallView call = incoming(State.ALERTING).unanswered();
        assertEquals(call, call.left("call-1", parked).notLeft("call-1", parked));
        Parting diverted = Parting.to(Way.DIVERTED, BEN);
        assertEquals(
                call.left("call-1", parked),
                call.left("call-1", parked).notLeft("call-1", diverted),
                "what was not refused stays");
    }

    @Test
    void aParkedCallOfWhichItIsNotKnownWhereHasNoButton() {
        assertEquals(
                "🅿️ You parked **Ana (2044)**.",
                sentence(incoming(State.ALERTING).unanswered().left("call-1", Parting.to(Way.PARKED, Parting.NOBODY))));
    }

    @ParameterizedTest
    @CsvSource({"1, held once", "2, held twice", "3, held 3 times", "7, held 7 times"})
    void tellsHowOftenItWasHeld(int holds, String told) {
        CallView call = incoming(State.ALERTING).talked(Duration.ofSeconds(751));
        for (int i = 0; i < holds; i++) {
            call = call.and(SampleCall.seen(incoming(State.HELD).call(), NOON.plusSeconds(10 * i + 10)))
                    .and(SampleCall.seen(incoming(State.CONNECTED).call(), NOON.plusSeconds(10 * i + 15)));
        }
        assertEquals(
                "⚪ Call with **Ana (2044)** ended after 12:31, " + told + ". `/dial 2044` calls back.", sentence(call));
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
        "90061,25:01:01",
        "-3,0:00"
    })
    void tellsHowLongItWasTalked(long seconds, String length) {
        String told = sentence(incoming(State.ALERTING).talked(Duration.ofSeconds(seconds)));
        assertTrue(told.contains(" ended after " + length + ". "), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | OFF     | , your microphone is off
            false | RUNNING | , it is being recorded
            false | PAUSED  | , the recording is paused
            true  | PAUSED  | , your microphone is off, the recording is paused
            """)
    void tellsWhatIsDoneWithTheSound(boolean muted, Recording recording, String told) {
        Media media = new Media(true, muted, recording);
        for (State state : new State[] {State.CONNECTED, State.HELD, State.REMOTE_HELD}) {
            String sentence = sentence(incoming(state).with(media).view());
            assertTrue(sentence.contains(told + ". "), sentence);
        }
    }

    @Test
    void somebodyWhoWithholdsNameAndNumberIsAPrivateCallerAndNotCalledBack() {
        SampleCall call = incoming(State.ALERTING).with(PRIVATE);
        assertTrue(sentence(call.view()).startsWith("🔔 **Incoming call** from **a private caller**. "));
        assertEquals("🔴 **Missed call** from **a private caller**.", sentence(call.unanswered()));
    }

    @Test
    void aNumberThatIsAlsoTheNameIsSaidOnce() {
        Party number = new Party(Optional.of("+12223334444"), Optional.of("+12223334444"));
        String told = sentence(incoming(State.ALERTING).with(number).unanswered());
        assertEquals("🔴 **Missed call** from **+12223334444**. `/dial +12223334444` calls back.", told);
    }

    @Test
    void aNumberThatCannotBeDialledIsNotOffered() {
        Party odd = new Party(Optional.of("Ana"), Optional.of("`rm -rf`"));
        String told = sentence(incoming(State.ALERTING).with(odd).unanswered());
        assertEquals("🔴 **Missed call** from **Ana (\\`rm -rf\\`)**.", told);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void namesAreNeverTakenForMarkdown(State state) {
        Party sly = new Party(Optional.of("<@all> [x](http://evil) `*_\n# big"), Optional.empty());
        String told = sentence(via(incoming(state).with(sly).view(), "Sup*port"));
        assertTrue(told.contains("\\<@all\\> \\[x\\](http:\u2060//evil) \\`\\*\\_ \\# big"), told);
        assertEquals(1, told.lines().count(), told);
        assertTrue(!told.contains("by way of") || told.contains(" by way of Sup\\*port."), told);
    }

    @Test
    void aQueueIsNamedWhileItRingsAndIfItIsMissed() {
        SampleCall call = incoming(State.ALERTING);
        assertTrue(sentence(via(call.view(), "Support")).contains("from **Ana (2044)** by way of Support. Type"));
        assertTrue(
                sentence(via(call.unanswered(), "Support")).contains("from **Ana (2044)** by way of Support. `/dial"));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void allThatItOffersToTypeIsUnderstoodAndAllThatTheCardOffersIsThere(State state) {
        List<Beside.Other> others = List.of(
                new Beside.Other(new Party(Optional.of("Ben"), Optional.empty()), new Beside.Sound(true, true), true));
        for (Recording recording : Recording.values()) {
            for (Beside beside : List.of(
                    new Beside.Nothing(),
                    new Beside.OneWaiting(),
                    new Beside.AConference(),
                    new Beside.InConference(true, new Beside.Sound(true, false), others))) {
                boolean muted = !(beside instanceof Beside.Nothing);
                Granted offers = new Granted(muted, muted);
                CallView view =
                        incoming(state).with(new Media(true, muted, recording)).view();
                Set<String> offered = new HashSet<>();
                Matcher words = COMMAND.matcher(new CallText(view, beside, offers, BERLIN).sentence());
                while (words.find()) offered.add(words.group(1));
                Set<String> pressed = new CallButtons(new CallKey("session-1"), view, beside, offers)
                        .rows().stream()
                                .flatMap(Element::says)
                                .map(Button.Say::typed)
                                .collect(Collectors.toSet());
                assertEquals(pressed, offered);
                offered.forEach(CallTextTest::assertUnderstood);
            }
        }
    }

    @Test
    void whoElseIsInTheConferenceIsSaidWithHowTheyAreHeard() {
        List<Beside.Other> others = List.of(
                new Beside.Other(new Party(Optional.of("Ben"), Optional.empty()), new Beside.Sound(true, true), false),
                new Beside.Other(new Party(Optional.empty(), Optional.empty()), new Beside.Sound(false, false), true));
        Beside in = new Beside.InConference(true, new Beside.Sound(true, true), others);
        String said = new CallText(incoming(State.CONNECTED).view(), in, Granted.NOTHING, BERLIN).sentence();
        assertTrue(
                said.startsWith("👥 In a conference with **Ana (2044)** since 13:00, your microphone is off."
                        + " They are muted. They hear nothing. Also in it: **Ben**, muted, hears nothing;"
                        + " **somebody**, away. Type `/conference unmute`"),
                said);
    }

    private static void assertUnderstood(String offered) {
        String typed = offered.replace("<to>", "2044")
                .replace("<who>", "2044")
                .replace("<extension>", "2044")
                .replace("<digits>", "12#");
        Command command = new CommandParser("Bot").parse(typed);
        assertFalse(command instanceof Remark.Malformed || command instanceof Remark.NotUnderstood, typed);
    }

    @Test
    void theOutcomeNamesWhomItIsTold() {
        CallText text =
                new CallText(incoming(State.ALERTING).unanswered(), new Beside.Nothing(), Granted.NOTHING, BERLIN);
        assertEquals("**Missed call** from ANA.", text.outcomeOf("ANA"));
    }

    private static CallView elsewhere(CallView call) {
        return with(call, true, Optional.empty());
    }

    private static CallView via(CallView call, String queue) {
        return with(call, false, Optional.of(queue));
    }

    private static CallView with(CallView call, boolean elsewhere, Optional<String> via) {
        Leg leg = call.leg();
        TreeMap<String, Leg> legs = new TreeMap<>();
        legs.put(
                leg.callId(),
                new Leg(
                        leg.callId(),
                        leg.incoming(),
                        leg.moments(),
                        leg.began(),
                        leg.remote(),
                        leg.remoteAt(),
                        leg.answered(),
                        elsewhere,
                        via));
        return new CallView(legs);
    }
}

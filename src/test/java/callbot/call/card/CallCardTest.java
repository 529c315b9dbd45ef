package callbot.call.card;

import static callbot.call.card.SampleCall.NOON;
import static callbot.call.card.SampleCall.PRIVATE;
import static callbot.call.card.SampleCall.card;
import static callbot.call.card.SampleCall.incoming;
import static callbot.call.card.SampleCall.outgoing;
import static callbot.call.card.SampleCall.parts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.signin.TimeText;
import callbot.webex.calling.Call.Media;
import callbot.webex.calling.Call.Recording;
import callbot.webex.calling.Call.State;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Draft;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the card of a call shows, in each of its states and after each of its endings. */
class CallCardTest {

    static List<Trace> traces() {
        return Trace.all();
    }

    /** As the feed has it: what looks the same is not shown again. */
    @ParameterizedTest
    @MethodSource("traces")
    void eachStateOfACallIsShownOnceAndNoneTwiceInARow(Trace trace) {
        List<Draft> shown = new ArrayList<>();
        for (CallView known : trace.story()) {
            Draft now = card(known);
            if (shown.isEmpty() || !face(now).equals(face(shown.getLast()))) shown.add(now);
        }
        assertEquals(
                trace.cards(),
                shown.stream()
                        .map(draft -> new CardParts(draft.card().orElseThrow()).title())
                        .toList());
    }

    @Test
    void whatACallShowsDoesNotDependOnTheTimeAtWhichItIsLookedAt() {
        CallView view = incoming(State.CONNECTED).view();
        TimeText later = new TimeText(SampleCall.BERLIN.now().plusDays(3));
        assertEquals(
                face(card(view)),
                face(new CallCard(new CallKey("session-1"), view, new Beside.Nothing(), Granted.NOTHING, later)
                        .draft()));
    }

    @Test
    void whatLooksOtherwiseHasAnotherFace() {
        Draft one = card(incoming(State.CONNECTED).view());
        assertNotEquals(face(one), face(card(outgoing(State.CONNECTED).view())));
        assertNotEquals(face(one), face(new Draft(one.markdown() + " ", one.card(), one.parentId())));
        assertNotEquals(face(one), face(Draft.text(one.markdown())));
    }

    @Test
    void showsWhoItIsAndHowItStands() {
        Media recorded = new Media(true, true, Recording.RUNNING);
        assertEquals(
                List.of("🔔 Incoming call", "ringing since 13:00", "Ana", "2044"),
                parts(incoming(State.ALERTING).view()).texts());
        assertEquals(
                List.of("🔔 Pick up your phone", "it rings first", "Ana", "2044"),
                parts(SampleCall.dialled().view()).texts());
        assertEquals(
                List.of("🔵 Calling", "since 13:00", "Ana", "2044"),
                parts(outgoing(State.ALERTING).view()).texts());
        assertEquals(
                List.of("🟢 On a call", "since 13:00", "Ana", "2044", "Direction: Outgoing"),
                parts(outgoing(State.CONNECTED).view()).texts());
        assertEquals(
                List.of(
                        "⏸️ On hold, recording",
                        "since 13:00",
                        "Ana",
                        "2044",
                        "Direction: Incoming",
                        "Microphone: Off",
                        "Recording: Running"),
                parts(incoming(State.HELD).with(recorded).view()).texts());
    }

    @Test
    void anEndedCallIsOneLineWithoutASoundOfItsOwn() {
        Media recorded = new Media(true, true, Recording.RUNNING);
        assertEquals(
                List.of("Call ended", "13:00 to 13:12", "Call with Ana (2044) ended after 12:31."),
                parts(incoming(State.ALERTING).with(recorded).talked(Duration.ofSeconds(751)))
                        .texts());
        assertEquals(
                List.of("🔴 Missed call", "13:00 to 13:01", "**Missed call** from Ana (2044)."),
                parts(incoming(State.ALERTING).unanswered()).texts());
        assertEquals(
                List.of("Nobody answered", "13:00 to 13:01", "Call to Ana (2044) ended; nobody answered."),
                parts(outgoing(State.ALERTING).unanswered()).texts());
        assertEquals(
                List.of("Call ended", "13:00", "Call with Ana (2044) ended after 0:03."),
                parts(incoming(State.ALERTING).talked(Duration.ofSeconds(3))).texts());
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 13:00", "America/Los_Angeles, 04:00", "Asia/Kolkata, 17:30", "UTC, 12:00"})
    void timesAreThoseOfItsUser(String zone, String time) {
        TimeText there = new TimeText(NOON.plusSeconds(60).atZone(ZoneId.of(zone)));
        Draft draft = new CallCard(
                        new CallKey("session-1"),
                        incoming(State.CONNECTED).view(),
                        new Beside.Nothing(),
                        Granted.NOTHING,
                        there)
                .draft();
        assertTrue(new CardParts(draft.card().orElseThrow()).texts().contains("since " + time));
        assertTrue(draft.markdown().contains("since " + time));
    }

    @Test
    void aPrivateCallerHasNoSecondLine() {
        assertEquals(
                List.of("🔔 Incoming call", "ringing since 13:00", "Private caller"),
                parts(incoming(State.ALERTING).with(PRIVATE).view()).texts());
        Party number = new Party(Optional.empty(), Optional.of("2044"));
        assertEquals(
                List.of("🔔 Incoming call", "ringing since 13:00", "2044"),
                parts(incoming(State.ALERTING).with(number).view()).texts());
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void nobodysMarkupSurvives(State state) {
        Party sly = new Party(Optional.of("**all** [x](http://evil) `code` _u_\n- item"), Optional.of("_[2](y)_"));
        for (String text : parts(incoming(state).with(sly).view()).texts()) {
            String theirs = text.replace("**Missed call**", "");
            assertFalse(theirs.matches("(?s).*([*`\n]|]\\(|\\b_|_\\b).*"), text);
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void itsTextSaysTheSameInWords(State state) {
        CallView view = incoming(state).view();
        assertEquals(SampleCall.sentence(view), card(view).markdown());
        assertTrue(card(view).markdown().contains("Ana (2044)"));
    }

    private static String face(Draft draft) {
        return LivingCard.face(draft);
    }
}

package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.base.Habit;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.messaging.ChatMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Webex's documentation leaves open about a line: the bot does with either, and says what is so. */
class UnprovenTest {

    private static final String EVE = "+14085550177";

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noConferenceIsAnEmptyAnswerOrNone(boolean refused) {
        try (AnasCall call = AnasCall.connected()) {
            has(call, Habit.FINDS_NO_CONFERENCE, refused);
            call.isTold("/conference", "You have no conference just now. /merge makes one of your two calls.");
            add(call, "1002");
            assertTrue(call.asks("/merge").startsWith("✅ You are in a conference with "));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aConferenceThatWaitsGoesOnForWhoeverIsAdded(boolean byItself) {
        try (AnasCall call = AnasCall.connected()) {
            has(call, Habit.RESUMES_FOR_WHOEVER_IS_ADDED, byItself);
            add(call, "1002");
            call.asks("/merge");
            add(call, EVE);
            String told = call.asks("/merge");
            assertTrue(told.contains(" is in the conference, too. /conference"), told);
            assertEquals(
                    List.of(CallState.CONNECTED, CallState.CONNECTED, CallState.CONNECTED),
                    call.alice.phone().calls().stream().map(PhoneCall::state).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatCannotBeDoneAsThingsAreIsAConflictOrABadRequest(boolean badRequest) {
        try (AnasCall call = AnasCall.connected()) {
            has(call, Habit.CALLS_CONFLICTS_BAD_REQUESTS, badRequest);
            call.scene.webex().telephony().limitConferences(call.alice.person(), 2);
            add(call, "1002");
            call.asks("/merge");
            add(call, EVE);
            String told = call.asks("/merge");
            assertTrue(told.startsWith("⚠️ Webex did not take " + EVE + " into the conference"), told);
            call.asks("/conference resume");
            String twice = call.asks("/conference resume");
            assertTrue(twice.contains("“The conference is not on hold.”"), twice);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVoiceMessageIsShownWhenItIsToldOfAndElseWhenItIsAskedFor(boolean untold) throws InterruptedException {
        try (AnasCall call = AnasCall.toCome()) {
            has(call, Habit.TELLS_OF_NO_VOICE_MESSAGE, untold);
            call.asks("/monitor on");
            call.scene.webex().voiceMessages().leave(call.alice.person(), Optional.of("Ben"), Optional.of(EVE), 5);
            if (untold) call.scene.webex().deliveries().awaitQuiet(Duration.ofSeconds(10));
            else call.card("1 new voice message");
            assertTrue(call.asks("/voicemail").contains("Ben (" + EVE + ")"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aQueueIsFoundByItsNumberToo(boolean otherIds) {
        try (AnasCall call = AnasCall.withSettings()) {
            has(call, Habit.NAMES_QUEUES_BY_OTHER_IDS, otherIds);
            String all = call.asks("/queue");
            assertTrue(all.contains("Sales (2100)"), all);
            assertTrue(call.asks("/queue out 2100").startsWith("✅ You're out of "));
            assertTrue(call.asks("/queue in 2100").startsWith("✅ You're in "));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRecordingThatIsNotFoundByItsCallIsListed(boolean otherSession) {
        try (AnasCall call = AnasCall.withRecordings()) {
            has(call, Habit.FILES_RECORDINGS_BY_OTHER_SESSIONS, otherSession);
            call.scene.webex().editsOfCards(true); // or a new card could be taken for an answer
            call.asks("/monitor on");
            call.ana.call(call.alice);
            call.card("Incoming call");
            call.alice.phone().pickUp();
            call.card("Connected with Ana");
            String session = call.onPhone().sessionId();
            call.alice.say("/record start");
            call.card("it is being recorded");
            call.ana.hangUp();
            ChatMessage card = call.card("ended after");
            call.scene.webex().services().recordings().add(call.alice.person(), session, "Call with Ana", 125, false);
            String told = call.scene.press(call.alice, card, "Recording").text();
            assertTrue(
                    told.startsWith(otherSession ? "⏳ Webex has no recording" : "🎧 Recording: Call with Ana"), told);
            assertTrue(call.asks("/recordings").contains("Call with Ana"));
        }
    }

    /** With what the bot does, and what the sandbox can be switched to. */
    @ParameterizedTest
    @EnumSource(Habit.class)
    void eachSwitchIsInTheTable(Habit habit) throws IOException {
        String table = Files.readString(Path.of("docs/webex.md"));
        assertTrue(table.contains("`" + habit.name() + "`"), habit.name());
    }

    private static void has(AnasCall call, Habit habit, boolean on) {
        call.scene.webex().habits().set(habit, on);
    }

    /** Calls somebody, who answers. */
    private static void add(AnasCall call, String number) {
        int before = call.alice.phone().calls().size();
        call.asks("/add " + number);
        call.scene.await(() -> call.alice.phone().calls().size() == before + 1, "the call to " + number);
        call.alice.phone().pickUp();
        if (number.equals(EVE)) call.scene.webex().outside(EVE, "Eve").pickUp();
        else call.scene.bob().phone().pickUp();
    }
}

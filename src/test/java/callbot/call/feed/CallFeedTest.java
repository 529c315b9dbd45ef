package callbot.call.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.call.Caller;
import callbot.call.card.FollowedCalls;
import callbot.call.card.FollowedCalls.Key;
import callbot.call.card.Trace;
import callbot.command.AccountCommand.Monitor.Mode;
import callbot.sandbox.messaging.ChatMessage;
import callbot.store.StateStore;
import callbot.testing.Eventually;
import callbot.webex.calling.BegunCall;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Draft;
import callbot.webhook.WebhookEvent.CallChanged;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One card for each call, whatever Webex tells and takes. */
class CallFeedTest {

    private static final Party ANA = new Party(Optional.of("Ana"), Optional.of("2044"));

    @TempDir
    private Path directory;

    private FeedWorld world;
    private CallFeed feed;

    @BeforeEach
    void open() {
        world = new FeedWorld(directory);
        feed = world.feed();
    }

    @AfterEach
    void close() {
        world.close();
    }

    static List<Trace> traces() {
        return Trace.all();
    }

    @ParameterizedTest
    @MethodSource("traces")
    void aCallHasOneCardWhichShowsEachOfItsStates(Trace trace) {
        List<String> seen = new ArrayList<>();
        int replaced = 0;
        for (CallChanged event : trace.events()) {
            feed.changed(world.toAlice(event), false);
            assertEquals(1, world.visible().size());
            if (world.written().size() > replaced) seen.add(world.titles().getFirst());
            replaced = world.written().size();
        }
        assertEquals(trace.cards(), seen);
    }

    private Caller alice() {
        return Caller.read(world.store, world.aliceId());
    }

    @Test
    void editedInPlaceItIsOneMessageFromBeginningToEnd() {
        world.webex.editsOfCards(true);
        trace("held twice").events().forEach(event -> feed.changed(world.toAlice(event), false));
        assertEquals(1, world.written().size());
        assertEquals(6, world.written().getFirst().edits());
        assertTrue(world.written().getFirst().text().contains("ended after 2:31, held twice"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 429})
    void whatWebexDidNotTakeTheNextEventRepairs(int status) {
        List<CallChanged> events = trace("incoming and answered").events();
        feed.changed(world.toAlice(events.getFirst()), false);
        world.webex.faults().next(3, "POST", "/messages").answer(status, Map.of("Retry-After", "1"));
        feed.changed(world.toAlice(events.get(2)), false);
        assertEquals(List.of("🔔 Incoming call"), world.titles());

        world.webex.faults().clear();
        feed.changed(world.toAlice(events.get(3)), false);
        assertEquals(List.of("Call ended"), world.titles());
    }

    @Test
    void theFirstCardThatWebexDidNotTakeComesWithTheNextEvent() {
        List<CallChanged> events = trace("incoming and answered").events();
        world.webex.faults().next(2, "POST", "/messages").answer(400); // with its card, and simpler
        feed.changed(world.toAlice(events.get(0)), false);
        assertEquals(List.of(), world.visible());
        feed.changed(world.toAlice(events.get(1)), false);
        assertEquals(List.of("🔔 Incoming call"), world.titles(), "the same news once more is enough");
    }

    @Test
    void whatWasLeftLyingIsShownOnlyIfItHasACardOrIsOver() {
        List<CallChanged> events = trace("incoming and answered").events();
        feed.changed(world.toAlice(events.get(0), "s1"), true);
        assertEquals(List.of(), world.visible(), "that it rings is no news any more");
        feed.changed(world.toAlice(events.get(3), "s1"), true);
        assertEquals(List.of("Call ended"), world.titles());

        feed.changed(world.toAlice(events.get(0), "s2"), false);
        feed.changed(world.toAlice(events.get(2), "s2"), true);
        assertEquals(List.of("Call ended", "🟢 On a call"), world.titles());
    }

    @Test
    void whoIsNotToldSeesNothingAndWhoWantsTheEventsSeesThem() {
        CallChanged rings = world.toAlice(trace("missed").events().getFirst());
        mode(Mode.OFF);
        feed.changed(rings, false);
        assertEquals(List.of(), world.written());

        mode(Mode.JSON);
        feed.changed(rings, false);
        ChatMessage raw = world.visible().getFirst();
        assertTrue(raw.card().isEmpty());
        assertTrue(raw.markdown().orElseThrow().contains("\"eventType\" : \"received\""), raw.text());
    }

    @Test
    void whatIsSeenAsEventsBecomesACardWhenThatIsWanted() {
        List<CallChanged> events = trace("incoming and answered").events();
        mode(Mode.JSON);
        feed.changed(world.toAlice(events.get(0)), false);
        mode(Mode.ON);
        feed.changed(world.toAlice(events.get(2)), false);
        assertTrue(world.visible().getLast().text().startsWith("🟢 Connected with John Smith"));
    }

    @Test
    void aDialledCallHasItsCardBeforeAnyEventComes() {
        assertTrue(feed.begun(alice(), new BegunCall("call-1", new CallKey("session-1")), ANA));
        assertEquals(List.of("🔔 Pick up your phone"), world.titles());
        assertEquals(Optional.empty(), feed.lastChange(world.aliceId()), "nothing was told of it yet");
    }

    @Test
    void aDialledCallOfWhichAnEventComesFirstNeedsNoMoreWords() {
        CallChanged rings =
                world.toAlice(trace("dialled from the chat").events().getFirst());
        feed.changed(rings, false);
        BegunCall begun = new BegunCall(rings.call().id(), rings.call().key());
        assertTrue(feed.begun(alice(), begun, ANA));
        assertEquals(1, world.written().size());
    }

    /** Who is at the card may be dead, or fail. */
    @Test
    void aDialledCallOfWhichSomebodyElseShouldShowTheCardAndDoesNotNeedsWords() {
        Key key = new Key(world.aliceId(), new CallKey("session-1"));
        assertTrue(new FollowedCalls(world.store).lease(key).take(FollowedCalls.LEASE));
        assertFalse(feed.begun(alice(), new BegunCall("call-1", new CallKey("session-1")), ANA));
    }

    @Test
    void aCallIsTheSameInWhateverFormItsIdsCome() {
        List<CallChanged> events = trace("incoming and answered").events();
        String uuid = "01234567-89ab-cdef-0123-456789abcdef";
        String packed = Base64.getEncoder().encodeToString(uuid.getBytes(StandardCharsets.UTF_8));
        feed.changed(world.toAlice(events.get(0), uuid.toUpperCase(Locale.ROOT)), false);
        feed.changed(world.toAlice(events.get(2), packed), false);
        assertEquals(List.of("🟢 On a call"), world.titles());
        assertEquals(1, world.store.keys("call:" + world.aliceId() + ":").size());
    }

    /** Its ringing under the old id is over then, which looks as if nobody had picked up. */
    @Test
    void aDialledCallThatIsPickedUpUnderANewIdIsNeverShownAsNotPickedUp() {
        List<CallChanged> events =
                trace("dialled, under a new id once it is picked up").events();
        feed.changed(world.toAlice(events.get(0)), false);
        Thread ringingIsOver = Thread.ofVirtual().start(() -> feed.changed(world.toAlice(events.get(1)), false));
        Eventually.isTrue(
                "that is written down",
                () -> world.store
                        .get("call:" + world.aliceId() + ":session-1")
                        .orElseThrow()
                        .contains("OVER"));
        feed.changed(world.toAlice(events.get(2)), false);
        Eventually.isTrue("it is settled", () -> !ringingIsOver.isAlive());
        assertEquals(
                List.of("🔔 Pick up your phone", "🔵 Calling"),
                world.written().stream().map(FeedWorld::title).toList());
    }

    @Test
    void aCallThatIsPulledToAnotherDeviceNeedsWords() {
        List<CallChanged> events = trace("incoming and answered").events();
        events.subList(0, 3).forEach(event -> feed.changed(world.toAlice(event), false));
        BegunCall pulled = new BegunCall("call-2", new CallKey("session-1"));
        assertFalse(feed.begun(alice(), pulled, ANA), "its card shows the call that goes on");
        assertEquals(List.of("🟢 On a call"), world.titles());
    }

    @Test
    void whoIsNotToldNeedsWordsToo() {
        mode(Mode.OFF);
        assertFalse(feed.begun(alice(), new BegunCall("call-1", new CallKey("session-1")), ANA));
        mode(Mode.ON);
        world.webex.faults().next(2, "POST", "/messages").answer(400);
        assertFalse(feed.begun(alice(), new BegunCall("call-2", new CallKey("session-2")), ANA));
    }

    @Test
    void whatWebexListsMendsTheCard() {
        List<CallChanged> events = trace("incoming and answered").events();
        feed.changed(world.toAlice(events.get(0)), false);
        Call listed = world.toAlice(events.get(2)).call();
        feed.listed(world.aliceId(), List.of(listed));
        assertEquals(List.of("🟢 On a call"), world.titles());
        assertTrue(said(listed).contains("Nothing has changed. 🟢 Connected with"));
    }

    @Test
    void askedForACallItIsShownOnItsCardOrOnANewOne() {
        List<CallChanged> events = trace("incoming and answered").events();
        Call listed = world.toAlice(events.get(2)).call();
        assertTrue(said(listed).startsWith("🟢 Connected with"), "it has no card yet");
        feed.changed(world.toAlice(events.get(0)), false);
        assertEquals(Optional.empty(), feed.refreshed(world.aliceId(), listed), "its card has changed, which says it");
        assertEquals(List.of("🟢 On a call"), world.titles());
    }

    @Test
    void aCallThatIsGoneIsToldAndItsCardEnds() {
        List<CallChanged> events = trace("incoming and answered").events();
        feed.changed(world.toAlice(events.get(0)), false);
        feed.changed(world.toAlice(events.get(2)), false);
        String told = feed.gone(world.aliceId(), new CallKey("session-1")).orElseThrow();
        assertTrue(told.startsWith("Call with **John Smith (+12223334444)** ended after "), told);
        assertEquals(List.of("Call ended"), world.titles());
        assertEquals(Optional.empty(), feed.gone(world.aliceId(), new CallKey("session-9")));
    }

    @Test
    void theLastChangeIsThatOfTheNewestCall() {
        assertEquals(Optional.empty(), feed.lastChange(world.aliceId()));
        feed.changed(world.toAlice(trace("missed").events().getLast(), "s1"), false);
        feed.changed(world.toAlice(trace("still ringing").events().getLast(), "s2"), false);
        assertEquals(Optional.of(Instant.parse("2025-08-05T16:48:39.100Z")), feed.lastChange(world.aliceId()));
    }

    private String said(Call listed) {
        return feed.refreshed(world.aliceId(), listed).map(Draft::markdown).orElseThrow();
    }

    private void mode(Mode mode) {
        world.store.put("monitor:" + world.aliceId(), mode.name(), StateStore.FOREVER);
    }

    private static Trace trace(String name) {
        return Trace.all().stream()
                .filter(trace -> trace.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

package callbot.call.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.call.card.FollowedCalls;
import callbot.call.card.Trace;
import callbot.json.Json;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.traffic.Exchange;
import callbot.store.StateStore;
import callbot.testing.Crowd;
import callbot.testing.Eventually;
import callbot.webex.calling.Call;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import callbot.webex.messaging.Person;
import callbot.webhook.WebhookEvent.CallChanged;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many threads of two instances that are told of the same calls, in any order and repeatedly. */
@Timeout(120)
class CallFeedRacesTest {

    private static final int THREADS = 20;

    /** Calls of which each state has a title that no other has. */
    private static final List<String> TRACES =
            List.of("incoming and answered", "missed", "dialled from the chat", "still muted and recorded, on hold");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"1, 1, false", "2, 1, false", "3, 3, false", "4, 1, true", "5, 1, true", "6, 3, true"})
    void inTheEndEachCallHasOneCardThatShowsHowItStandsAndNoneEverWentBack(int seed, int copies, boolean editable) {
        try (FeedWorld world = new FeedWorld(directory)) {
            world.webex.editsOfCards(editable);
            List<CallFeed> feeds = List.of(world.feed(), world.feed());
            List<CallChanged> events = new ArrayList<>();
            for (String name : TRACES) {
                for (CallChanged event : trace(name).events()) {
                    events.addAll(Collections.nCopies(copies, named(name, world.toAlice(event, name))));
                }
            }
            Collections.shuffle(events, new Random(seed));
            Crowd.of(THREADS, thread -> {
                for (int i = thread; i < events.size(); i += THREADS) {
                    feeds.get(thread % feeds.size()).changed(events.get(i), false);
                }
                return thread;
            });

            assertEquals(TRACES.size(), world.visible().size(), () -> "" + world.titles());
            for (String name : TRACES) {
                ChatMessage card = world.visible().stream()
                        .filter(message -> message.text().contains(name))
                        .findFirst()
                        .orElseThrow();
                assertEquals(trace(name).cards().getLast(), FeedWorld.title(card));
                List<Json> shown = shown(world, name);
                assertNeverWentBack(
                        trace(name), shown.stream().map(FeedWorld::title).toList());
                for (int i = 1; i < shown.size(); i++) {
                    assertNotEquals(shown.get(i - 1).toString(), shown.get(i).toString(), "shown twice");
                }
            }
        }
    }

    private static void assertNeverWentBack(Trace trace, List<String> shown) {
        List<Integer> progress = shown.stream().map(trace.cards()::indexOf).toList();
        assertTrue(!progress.contains(-1), () -> shown + " is not " + trace.cards());
        assertEquals(progress.stream().sorted().toList(), progress, shown::toString);
    }

    /** The cards of this call that the chat has shown, in order. */
    private static List<Json> shown(FeedWorld world, String name) {
        return world.webex.exchanges().stream()
                .filter(one -> one.direction() == Exchange.Direction.TO_WEBEX && one.status() == 200)
                .filter(one -> one.method().equals("POST") || one.method().equals("PUT"))
                .sorted(Comparator.comparing(Exchange::number))
                .map(one -> Json.parse(one.requestBody()))
                .filter(message -> message.requireText("markdown").contains(name))
                .map(message -> message.list("attachments").getFirst().at("content"))
                .toList();
    }

    /** A lease may end while whoever has it is still waiting for Webex. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTwoWhoAreAtACardOneTakesHisBack(boolean editable) {
        try (FeedWorld world = new FeedWorld(directory)) {
            world.webex.editsOfCards(editable);
            world.webex.faults().latency(Duration.ofMillis(100));
            for (CallChanged event : trace("held twice").events()) {
                Crowd.of(3, thread -> {
                    world.feed(withoutLeases(world.store)).changed(world.toAlice(event), false);
                    return thread;
                });
                assertEquals(1, world.visible().size(), () -> "" + world.titles());
            }
            assertEquals(List.of(trace("held twice").cards().getLast()), world.titles());
        }
    }

    /** Here everybody has every lease. */
    private static StateStore withoutLeases(StateStore store) {
        return (StateStore) Proxy.newProxyInstance(
                StateStore.class.getClassLoader(),
                new Class<?>[] {StateStore.class},
                (proxy, method, arguments) -> method.getReturnType() == boolean.class
                                && arguments[0] instanceof String key
                                && key.startsWith("lease:")
                        ? Boolean.TRUE
                        : method.invoke(store, arguments));
    }

    /** Who is asked in the chat does not wait for whoever is at the card, who sees to what is new then. */
    @Test
    void whatIsFoundOutWhileSomebodyIsAtTheCardIsShownByHim() {
        try (FeedWorld world = new FeedWorld(directory)) {
            List<CallChanged> events = trace("held twice").events();
            CallFeed feed = world.feed();
            feed.changed(world.toAlice(events.get(0)), false);
            world.webex.faults().latency(Duration.ofMillis(300));
            Thread atIt = Thread.ofVirtual().start(() -> feed.changed(world.toAlice(events.get(1)), false));
            Eventually.isTrue(
                    "somebody is at it",
                    () -> !world.store
                            .keys("lease:call:" + Person.key(world.aliceId()) + ":")
                            .isEmpty());
            world.feed()
                    .listed(
                            world.aliceId(),
                            List.of(world.toAlice(events.get(2)).call()));

            Eventually.isTrue("he is done", () -> !atIt.isAlive());
            assertEquals(List.of("⏸️ On hold"), world.titles());
        }
    }

    /** A chat shows a card a moment before whoever wrote it has noted that, and people press at once. */
    @Test
    void whoPressesBeforeTheNewCardIsNotedIsAnsweredByTheCard() {
        try (FeedWorld world = new FeedWorld(directory)) {
            CallChanged ringing = trace("incoming and answered").events().getFirst();
            world.webex.faults().latency(Duration.ofMillis(300));
            Thread atIt = Thread.ofVirtual().start(() -> world.feed().changed(world.toAlice(ringing), false));
            CallKey call = world.toAlice(ringing).call().key();
            Eventually.isTrue(
                    "the call is followed",
                    () -> !world.store.keys(FollowedCalls.OPEN).isEmpty());
            CardWatch card = world.feed().watch(world.aliceId(), call).orElseThrow();

            assertTrue(card.changes());
            Eventually.isTrue("the writer is done", () -> !atIt.isAlive());
        }
    }

    /** The other side is known by the call's name, so that each card tells which call it shows. */
    private static CallChanged named(String name, CallChanged event) {
        Call call = event.call();
        Party party = new Party(Optional.of(name), Optional.empty());
        Call named = new Call(
                call.id(),
                call.sessionId(),
                call.personality(),
                call.state(),
                party,
                call.created(),
                call.answered(),
                call.media());
        return new CallChanged(
                event.personId(),
                named,
                event.eventType(),
                event.at(),
                event.answeredElsewhere(),
                event.via(),
                event.data());
    }

    private static Trace trace(String name) {
        return Trace.all().stream()
                .filter(trace -> trace.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

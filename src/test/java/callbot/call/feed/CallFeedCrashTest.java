package callbot.call.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.call.card.FollowedCalls;
import callbot.call.card.Trace;
import callbot.call.feed.DyingStore.Death;
import callbot.webhook.WebhookEvent.CallChanged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a card if an instance dies while it is at it, and another one takes the news over. */
@Timeout(60)
class CallFeedCrashTest {

    private static final Duration LEASE = FollowedCalls.LEASE;

    @TempDir
    private Path directory;

    /** Only who dies between Webex's answer and writing it down leaves a card behind that nobody knows of. */
    @Test
    void whateverItDiesAtWhoTakesOverShowsTheCall() {
        try (FeedWorld world = new FeedWorld(directory)) {
            List<CallChanged> events = Trace.all().getFirst().events();
            boolean died = true;
            for (int operations = 0; died; operations++) {
                String session = "session-" + operations;
                world.feed().changed(world.toAlice(events.get(0), session), false);
                died = dies(world, operations, world.toAlice(events.get(2), session));

                takeOver(world, world.toAlice(events.get(2), session));
                assertEquals("🟢 On a call", world.titles().getLast());
                world.feed().changed(world.toAlice(events.get(3), session), false);
                assertEquals("Call ended", world.titles().getLast());
                int left = world.visible().size() - 1;
                assertTrue(left == 0 || left == 1 && died, () -> "" + world.titles());
                world.visible().forEach(message -> world.messages.delete(message.id()));
            }
        }
    }

    @Test
    void untilTheLeaseOfTheDeadRunsOutItIsWaitedForAndThenShown() throws InterruptedException {
        try (FeedWorld world = new FeedWorld(directory)) {
            CallChanged rings = world.toAlice(Trace.all().getFirst().events().getFirst());
            assertTrue(new FollowedCalls(world.store)
                    .lease(new FollowedCalls.Key(world.aliceId(), rings.call().key()))
                    .take(LEASE));
            Thread heir = Thread.ofVirtual().start(() -> world.feed().changed(rings, false));
            world.clock.advance(LEASE.minusSeconds(5));
            assertFalse(heir.join(Duration.ofMillis(300)), "it waits");
            assertEquals(List.of(), world.visible());

            world.clock.advance(Duration.ofSeconds(5));
            assertTrue(heir.join(Duration.ofSeconds(10)));
            assertEquals(List.of("🔔 Incoming call"), world.titles());
        }
    }

    private static boolean dies(FeedWorld world, int operations, CallChanged event) {
        CallFeed mortal = world.feed(new DyingStore(world.store, operations));
        try {
            mortal.changed(event, false);
            return false;
        } catch (Death death) {
            return true;
        }
    }

    private static void takeOver(FeedWorld world, CallChanged event) {
        world.clock.advance(LEASE);
        world.feed().changed(event, false);
    }
}

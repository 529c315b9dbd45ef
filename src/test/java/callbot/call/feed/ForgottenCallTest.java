package callbot.call.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callbot.call.card.FollowedCalls;
import callbot.call.card.LivingCard;
import callbot.call.card.Trace;
import callbot.store.StateStore;
import callbot.webex.calling.CallKey;
import callbot.webhook.WebhookEvent.CallChanged;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A call whose owner is forgotten while its card is being written. */
@Timeout(60)
class ForgottenCallTest {

    @TempDir
    private Path directory;

    @Test
    void wheneverItIsForgottenNothingGoesWrong() {
        try (FeedWorld world = new FeedWorld(directory)) {
            List<CallChanged> events = Trace.all().getFirst().events();
            boolean forgotten = true;
            for (int before = 0; forgotten; before++) {
                String session = "session-" + before;
                AtomicInteger left = new AtomicInteger(before);
                CallFeed feed = world.feed(forgetting(world.store, session, left));
                for (CallChanged event : events) feed.changed(world.toAlice(event, session), false);
                forgotten = left.get() < 0;
            }
        }
    }

    @Test
    void aCardThatComesTooLateBringsTheCallNotBack() {
        try (FeedWorld world = new FeedWorld(directory)) {
            var calls = new FollowedCalls(world.store);
            assertFalse(calls.shown(
                    new FollowedCalls.Key(world.aliceId(), new CallKey("session-1")),
                    Optional.empty(),
                    new LivingCard.Shown("message", "room", 0, "face", true)));
            assertEquals(List.of(), world.store.keys("call:"));
        }
    }

    /** The store of somebody who forgets the call before the so-manieth time that it is asked. */
    private static StateStore forgetting(StateStore store, String session, AtomicInteger left) {
        return (StateStore) Proxy.newProxyInstance(
                StateStore.class.getClassLoader(), new Class<?>[] {StateStore.class}, (proxy, method, arguments) -> {
                    if (left.getAndDecrement() == 0) {
                        store.keys("call:").stream()
                                .filter(key -> key.endsWith(session))
                                .forEach(store::delete);
                    }
                    return method.invoke(store, arguments);
                });
    }
}

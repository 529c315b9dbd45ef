package callbot.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.store.MemoryStore;
import callbot.store.StateStore;
import callbot.tunnel.PublicUrl;
import callbot.tunnel.TunnelException;
import callbot.tunnel.TunnelFailures;
import callbot.webex.WebexException;
import callbot.webex.WebexFailures;
import callbot.webhook.WebhookRegistration.Standing;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a deployment stands with Webex, by what its instances find and tell each other. */
class PositionTest {

    private static final URI HERE = URI.create("https://here.example.com");
    private static final URI MOVED = URI.create("https://moved.example.com");
    private static final String THERE = "https://there.example.com";
    private static final Standing OURS = new Standing.Here(false, Optional.empty());

    private final MovableClock clock = new MovableClock();
    private final StateStore store = new MemoryStore(clock);
    private final List<String> looks = new ArrayList<>();
    private final Position position = instance();
    private Standing found = OURS;
    private Optional<RuntimeException> trouble = Optional.empty();

    @BeforeEach
    void isSaidToBeStarting() {
        assertTrue(says("starting"));
    }

    @Test
    void whatWasStartedLastTakesTheWebhooksWhereverTheyLead() {
        position.take();
        assertEquals(List.of(HERE + " wherever"), looks);
        assertEquals(Optional.empty(), position.trouble());
        assertFalse(position.standsBy() || position.tookOver());
    }

    @Test
    void webhooksAreLookedAtOnceAMinuteByWhicheverInstance() {
        position.take();
        Position other = instance();
        other.keep(HERE);
        assertEquals(1, looks.size(), "this was done within this minute");
        clock.advance(Duration.ofMinutes(1));
        other.keep(HERE);
        position.keep(HERE);
        assertEquals(List.of(HERE + " wherever", HERE + " was " + HERE), looks);
    }

    @Test
    void aNewAddressIsTakenAtOnceAndEverybodyIsLookedAfter() {
        position.take();
        position.advance(HERE, position.hand(HERE).turn(), position.minute());
        assertTrue(position.hand(HERE).isOnTime(position.minute()));
        position.keep(MOVED);
        assertEquals(MOVED + " was " + HERE, looks.getLast());
        assertFalse(position.hand(MOVED).isOnTime(position.minute()));
    }

    @Test
    void whoIsSupersededStandsByUntilTheOtherHasEnded() {
        position.take();
        found = new Standing.Elsewhere(THERE);
        aMinuteLater();
        assertTrue(position.standsBy() && says("superseded"));
        assertFalse(position.trouble().orElseThrow().contains(THERE), "the world is not told where");

        position.advance(HERE, position.hand(HERE).turn(), position.minute());
        found = OURS;
        aMinuteLater();
        assertFalse(position.standsBy());
        assertEquals(Optional.empty(), position.trouble());
        assertFalse(position.hand(HERE).isOnTime(position.minute()), "calls were not told of here meanwhile");
    }

    @Test
    void whoTookOverRemembersItAndSoDoTheOtherInstances() {
        found = new Standing.Here(true, Optional.of(THERE));
        position.take();
        found = OURS;
        aMinuteLater();
        assertTrue(position.tookOver());
        Position other = instance();
        other.learn();
        assertTrue(other.tookOver());
        assertEquals(Optional.empty(), other.trouble());
    }

    @Test
    void itsOwnFormerAddressIsNobodyElse() {
        position.take();
        found = new Standing.Here(true, Optional.of(HERE.toString()));
        position.keep(MOVED);
        assertFalse(position.tookOver());
    }

    @Test
    void whatOneInstanceFindsTheOthersLearn() {
        position.take();
        Position other = instance();
        found = new Standing.Elsewhere(THERE);
        aMinuteLater();
        other.learn();
        assertTrue(other.standsBy());
    }

    @Test
    void ifNobodyLooksForMinutesThatIsSaid() {
        position.take();
        clock.advance(Duration.ofMinutes(3));
        position.learn();
        assertEquals(Optional.empty(), position.trouble());
        clock.advance(Duration.ofMinutes(1));
        position.learn();
        assertTrue(says("webhooks"));
        position.keep(HERE);
        assertEquals(Optional.empty(), position.trouble());
    }

    @Test
    void ifWebexOrTheTunnelIsAwayThatIsSaidUntilItIsBack() {
        trouble = Optional.of(WebexFailures.unreachable());
        assertThrows(WebexException.class, position::take);
        assertTrue(says("webex"));
        trouble = Optional.of(TunnelFailures.noTunnel("none"));
        assertThrows(TunnelException.class, position::take);
        assertTrue(says("tunnel"));
        trouble = Optional.empty();
        position.take();
        assertEquals(Optional.empty(), position.trouble());
    }

    @Test
    void aHandThatWasSetBackMeanwhileIsNotMovedOn() {
        position.take();
        long before = position.hand(HERE).turn();
        position.advance(HERE, before, before + 8);
        position.setBack(HERE);
        long setBack = position.hand(HERE).turn();
        assertEquals(setBack, position.advance(HERE, before + 8, before + 16).turn());
        assertEquals(setBack + 8, position.advance(HERE, setBack, setBack + 8).turn());
    }

    private void aMinuteLater() {
        clock.advance(Duration.ofMinutes(1));
        position.keep(HERE);
    }

    private boolean says(String word) {
        return position.trouble().filter(text -> text.startsWith(word + ": ")).isPresent();
    }

    private Position instance() {
        return new Position(store, clock, new Address(), "rules", (here, before) -> {
            trouble.filter(WebexException.class::isInstance).ifPresent(failure -> {
                throw failure;
            });
            looks.add(here + before.map(address -> " was " + address).orElse(" wherever"));
            return found;
        });
    }

    /** An address that cannot be found while the tunnel is away. */
    private final class Address implements PublicUrl {

        @Override
        public URI current() {
            return HERE;
        }

        @Override
        public URI refresh() {
            trouble.filter(TunnelException.class::isInstance).ifPresent(failure -> {
                throw failure;
            });
            return HERE;
        }

        @Override
        public void close() {}
    }
}

package callbot.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.wire.WireLine.Meaning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WireLogTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final WireLog log = new WireLog();

    @Test
    void onlyTheLastLinesAreKept() {
        for (int i = 1; i <= WireLog.MOST + 7; i++) add(i, Optional.empty());
        List<Long> numbers = numbers(0);
        assertEquals(WireLog.MOST, numbers.size());
        assertEquals(8, numbers.getFirst());
        assertEquals(Optional.empty(), log.details(7));
        assertTrue(log.details(8).isPresent());
    }

    @Test
    void whatHasChangedComesAgainAndTheRestDoesNot() {
        add(1, Optional.of("aaaaaaaa"));
        add(2, Optional.of("bbbbbbbb"));
        add(3, Optional.of("aaaaaaaa"));
        long seen = log.after(0).getLast().version();
        log.move("aaaaaaaa", Optional.of("cccccccc"));
        assertEquals(List.of(1L, 3L), numbers(seen));
        assertEquals(List.of(2L, 1L, 3L), numbers(0));
        assertEquals(Optional.of("cccccccc"), log.after(seen).getFirst().line().command());
    }

    @Test
    void whoeverWaitsGetsWhatComes() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> await(0));
        add(1, Optional.empty());
        assertEquals(1, waiting.get().size());
    }

    @Test
    void whoeverWaitsCanBeWoken() throws Exception {
        add(1, Optional.empty());
        long seen = log.after(0).getLast().version();
        var waiting = CompletableFuture.supplyAsync(() -> await(seen));
        while (!waiting.isDone()) log.wake();
        assertEquals(List.of(), waiting.get());
    }

    private List<WireLog.Entry> await(long seen) {
        try {
            return log.await(seen, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(long number, Optional<String> command) {
        log.add(
                new WireLine(
                        number,
                        Instant.EPOCH,
                        Optional.empty(),
                        new Meaning("", ""),
                        command,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false),
                Json::object);
    }

    private List<Long> numbers(long seen) {
        return log.after(seen).stream().map(entry -> entry.line().number()).toList();
    }
}

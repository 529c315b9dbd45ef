package callbot.crash;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.crash.Kill.Outcome;
import callbot.sandbox.messaging.ChatMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real bot, killed at every step between a message and the end of the work on it, and started again. */
class KillTest {

    private static final Path PAGE = Path.of("docs", "crashes.md");
    private static final String DIAL = "/dial +14085550134";
    private static final String HELP = "/help";
    private static final Duration LONG = Duration.ofSeconds(61);

    @TempDir
    private Path directory;

    @Test
    @Timeout(240)
    void whateverItIsKilledAtItDialsOnceAtMostAndLeavesNobodyWithoutAWord() throws Exception {
        List<Future<List<Outcome>>> stores;
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Memory.Kind.values().length)) { // else it takes long
            stores = threads.invokeAll(Stream.of(Memory.Kind.values())
                    .map(kind -> (Callable<List<Outcome>>) () -> outcomes(kind))
                    .toList());
        }
        for (Future<List<Outcome>> outcomes : stores) {
            assertAll(outcomes.get().stream().map(outcome -> () -> assertKeepsThePromise(outcome)));
            String page = CrashPage.of(outcomes.get());
            if (Boolean.getBoolean("callbot.write.docs")) write(page);
            assertEquals(Files.readString(PAGE), page, "what " + PAGE + " says is not what happens");
        }
    }

    private List<Outcome> outcomes(Memory.Kind kind) throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        try (CrashScene scene = new CrashScene(kind, Files.createDirectory(directory.resolve(kind.name())))) {
            for (Kill kill : kills()) outcomes.add(kill.happen(scene));
        }
        return outcomes;
    }

    private static List<Kill> kills() {
        Stream<Kill> dials = Stream.of(Step.values()).map(step -> new Kill(DIAL, step, Duration.ZERO));
        Stream<Kill> lateDials = Stream.of(Step.ACKNOWLEDGED, Step.NOT_STARTED, Step.DIAL_UNANSWERED, Step.DONE)
                .map(step -> new Kill(DIAL, step, LONG));
        Stream<Kill> helps = Stream.of(Step.values())
                .filter(step -> !step.isOfDialling())
                .map(step -> new Kill(HELP, step, Duration.ZERO));
        Stream<Kill> lateHelps =
                Stream.of(Step.ACKNOWLEDGED, Step.REPLY_UNANSWERED).map(step -> new Kill(HELP, step, LONG));
        return Stream.of(dials, lateDials, helps, lateHelps).flatMap(all -> all).toList();
    }

    private static void assertKeepsThePromise(Outcome outcome) {
        List<ChatMessage> told = Stream.concat(outcome.before().stream(), outcome.after().stream())
                .toList();
        assertTrue(outcome.dials() <= 1, () -> outcome.kill() + " dials " + outcome.dials() + " times");
        assertTrue(!told.isEmpty(), () -> outcome.kill() + " is lost silently");
        assertTrue(told.size() <= 2, () -> outcome.kill() + " is told " + told.size() + " times");
        told.stream().map(ChatMessage::text).forEach(text -> {
            if (text.contains("Calling")) assertEquals(1, outcome.dials(), text);
            if (text.contains("not done it")) assertEquals(0, outcome.dials(), text);
        });
    }

    private static void write(String page) throws IOException {
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, page);
    }
}

package callbot.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.api.Faults;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A bad time for the bot: while people talk to it, Webex refuses, stalls and asks to wait, Redis is killed and comes back, and so
 * is the bot. When it is over, a ledger that is made from the simulated Webex's own record says what it has kept of its word.
 *
 * <p>{@code mvn test -Dtest=SoakTest -Dsoak.seconds=600} runs it for ten minutes on each store; {@code .ci/run} for one.
 * {@code -Dsoak.seed} repeats a run, as far as threads let it.
 */
class SoakTest {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("soak.seconds", 10));
    private static final long SEED = Long.getLong("soak.seed", System.nanoTime());
    private static final Pattern DIALLED = Pattern.compile("\"destination\"\\s*:\\s*\"(\\+1408555\\d{4})\"");

    private static final int TOO_MANY_REQUESTS = 429;

    /** As many files and threads more than at first may be open at the end: pools fill. */
    private static final int POOLS = 60;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "soak.seconds", matches = "\\d+", disabledReason = "it is run by hand, see above")
    @Timeout(900)
    void everyAcceptedCommandIsAnsweredAndNothingIsDoneTwice(SoakScene.Store store) throws Exception {
        Random random = new Random(SEED);
        try (SoakScene scene = new SoakScene(store, directory);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long end = System.nanoTime() + LENGTH.toNanos();
            List<Future<Talk>> talks = new ArrayList<>();
            for (FakeUser user : scene.users()) {
                Talk talk = new Talk(scene, user, new Random(random.nextLong()));
                talks.add(threads.submit(() -> talk.until(end)));
            }
            while (System.nanoTime() < end) {
                misfortune(scene, random);
                Thread.sleep(random.nextLong(500, 2000)); // misfortunes have no hurry
            }
            scene.faults().clear();
            for (Future<Talk> talk : talks) assertEquals(List.of(), talk.get().unanswered(), () -> "seed " + SEED);
            assertNothingIsDialledTwice(scene);
            scene.awaitNothingOpen();
            assertNothingLeaks(scene, talks.size());
        }
    }

    private static void misfortune(SoakScene scene, Random random) {
        Faults faults = scene.faults();
        switch (random.nextInt(8)) {
            case 0 -> faults.next(random.nextInt(1, 5), "/messages").answer(503);
            case 1 -> faults.next(random.nextInt(1, 3), "/telephony").answer(500);
            case 2 -> faults.next(random.nextInt(1, 4), "POST", "/messages").answer(429, Map.of("Retry-After", "3"));
            case 3 -> faults.next(1, "POST", "/messages").answer(429, Map.of("Retry-After", "25"));
            case 4 ->
                faults.next(random.nextInt(1, 3), "POST", "/telephony/calls/dial")
                        .loseAnswer();
            case 5 -> faults.latency(Duration.ofMillis(random.nextLong(300)));
            case 6 -> scene.restartRedis();
            default -> scene.killBot();
        }
    }

    private static void assertNothingIsDialledTwice(SoakScene scene) {
        Map<String, Long> dialled = scene.dials()
                .filter(exchange -> exchange.status() != TOO_MANY_REQUESTS)
                .map(Exchange::requestBody)
                .map(DIALLED::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertEquals(
                List.of(),
                dialled.entrySet().stream().filter(one -> one.getValue() > 1).toList(),
                () -> "seed " + SEED);
        assertTrue(!dialled.isEmpty(), "nothing was dialled at all");
    }

    private static void assertNothingLeaks(SoakScene scene, int talkers) {
        scene.startAnew();
        scene.chat("/echo warm");
        int files = scene.openFiles();
        int threads = scene.threads();
        for (int i = 0; i < 20 * talkers; i++) scene.chat("/echo " + i);
        assertTrue(
                scene.openFiles() <= files + POOLS, () -> scene.openFiles() + " files are open, " + files + " before");
        assertTrue(scene.threads() <= threads + POOLS, () -> scene.threads() + " threads run, " + threads + " before");
    }
}

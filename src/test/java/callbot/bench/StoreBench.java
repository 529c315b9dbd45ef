package callbot.bench;

import callbot.bench.Results.Column;
import callbot.store.AtOnce;
import callbot.store.JournalStateStore;
import callbot.store.RedisStateStore;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.testing.RealRedis;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * What a change of the state costs, by how many write at once and how much is remembered, with each store beside the {@link Floor}.
 * It is durable when its writer goes on. The processor time is that of this process: of Redis, the client's.
 */
final class StoreBench {

    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final List<Integer> LIVE = List.of(0, 100_000);
    private static final List<Integer> WRITERS = List.of(1, 16, 64, 500);
    private static final String VALUE = "0123456789abcdef".repeat(25);

    private enum Kind {
        FLOOR("floor"),
        FILE("state file"),
        REDIS("Redis");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private record Situation(int writers, int live) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d writing, %,d live", writers, live);
        }
    }

    private record Result(Duration took, Duration cpu, long bytes, Percentiles latency, int failures) {

        int changes() {
            return latency.sorted().length;
        }

        double perSecond() {
            return changes() / (took.toNanos() / 1e9);
        }

        double cpuMicros() {
            return cpu.toNanos() / 1e3 / changes();
        }

        double kilobytes() {
            return bytes / 1024.0 / changes();
        }
    }

    private StoreBench() {}

    /** Runs it; takes some five minutes. */
    public static void main(String[] arguments) throws Exception {
        Results<Situation, Kind, Result> results = new Results<>(Kind.FLOOR);
        for (int live : LIVE) {
            Map<Kind, BiConsumer<String, String>> contenders = contenders(live);
            contenders.values().forEach(one -> measure(one, new Situation(64, live), WARM_UP));
            for (int writers : WRITERS) {
                Situation situation = new Situation(writers, live);
                for (int round = 0; round < ROUNDS; round++)
                    contenders.forEach((kind, one) -> results.add(situation, kind, measure(one, situation, MEASURED)));
            }
        }
        report(results);
        System.exit(0);
    }

    private static Map<Kind, BiConsumer<String, String>> contenders(int live) throws IOException {
        Path file = Files.createTempDirectory("callbot-bench").resolve("state");
        StateStore ours = JournalStateStore.open(file, Clock.systemUTC());
        StateStore redis = RedisStateStore.at(RealRedis.with().address(), true).connected();
        List<String> keys = IntStream.range(0, live).mapToObj(StoreBench::key).toList();
        new AtOnce(20_000).forEach(keys, key -> ours.put(key, VALUE, LIFETIME));
        new AtOnce(16).forEach(keys, key -> redis.put(key, VALUE, LIFETIME));

        Map<Kind, BiConsumer<String, String>> contenders = new LinkedHashMap<>();
        contenders.put(Kind.FLOOR, new Floor()::write);
        contenders.put(Kind.FILE, (key, value) -> ours.put(key, value, LIFETIME));
        contenders.put(Kind.REDIS, (key, value) -> redis.put(key, value, LIFETIME));
        return contenders;
    }

    private static Result measure(BiConsumer<String, String> contender, Situation situation, Duration time) {
        Queue<Long> nanos = new ConcurrentLinkedQueue<>();
        Queue<StoreUnavailableException> failures = new ConcurrentLinkedQueue<>();
        Duration cpuBefore = cpu();
        long bytesBefore = bytesToDisk();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < situation.writers(); i++) {
                int writer = i;
                threads.execute(() -> {
                    while (System.nanoTime() - begun < time.toNanos()) {
                        long start = System.nanoTime();
                        try {
                            contender.accept(key(situation.live() == 0 ? writer : anyOf(situation.live())), VALUE);
                            nanos.add(System.nanoTime() - start);
                        } catch (StoreUnavailableException e) {
                            failures.add(e);
                        }
                    }
                });
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return new Result(
                took, cpu().minus(cpuBefore), bytesToDisk() - bytesBefore, Percentiles.ofNanos(nanos), failures.size());
    }

    private static int anyOf(int live) {
        return ThreadLocalRandom.current().nextInt(live);
    }

    private static String key(int number) {
        return "bench:" + number;
    }

    private static Duration cpu() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    /** What this process has had written to the disk; on Linux only. */
    private static long bytesToDisk() {
        try {
            return Files.readAllLines(Path.of("/proc/self/io")).stream()
                    .filter(line -> line.startsWith("write_bytes:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void report(Results<Situation, Kind, Result> results) throws IOException {
        Report report = new Report(
                StoreBench.class,
                new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        results.table(
                report,
                List.of(
                        Column.compared("changes/s", Result::perSecond),
                        Column.median("median, ms", result -> result.latency().at(0.5)),
                        Column.median(
                                "99 of 100, ms", result -> result.latency().at(0.99)),
                        Column.median("CPU µs each", Result::cpuMicros),
                        Column.median("KB to the disk each", Result::kilobytes),
                        Column.most("failed", Result::failures)));
        report.chart("rate", results.chart("Changes per second", Result::perSecond));
        report.write();
    }
}

package callbot.bench;

import callbot.bench.Results.Column;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether the ten thousandth message of a day costs what the first did: how many {@code /help} a second are answered after so many
 * others, all of which came in over HTTP, beside the {@link BareBot} in the same rounds.
 */
final class GrowthBench {

    private static final int USERS = 64;
    private static final int ROUNDS = 3;
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final List<Integer> REMEMBERED = List.of(0, 10_000, 50_000, 200_000);

    private record Events(int before) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "after %,d events", before);
        }
    }

    /** One bot, and how many events it has taken so far. */
    private static final class Grower {
        private final Contender bot;
        private long taken;

        private Grower(Contender bot) {
            this.bot = bot;
        }

        private Load.Result take() throws IOException {
            Load.Result result = new Load(bot, USERS, Duration.ZERO).run(MEASURED);
            taken += result.answered();
            return result;
        }

        /** Whether it gets so far in the time that one waits for it. The bare bot remembers nothing, so it need not. */
        private boolean growsTo(int events) throws IOException {
            if (bot.kind() == Contender.Kind.BARE) return true;
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (taken < events && System.nanoTime() < end) take();
            if (taken < events) System.out.printf("%s has taken %d events and no more%n", bot.kind(), taken);
            return taken >= events;
        }
    }

    private GrowthBench() {}

    /** Runs it; takes some ten minutes. */
    public static void main(String[] arguments) throws Exception {
        List<Grower> all = new ArrayList<>();
        for (Contender.Kind kind : Contender.Kind.values()) {
            Grower grower = new Grower(new Contender(kind));
            grower.bot.start();
            grower.take(); // to be warm
            all.add(grower);
        }
        Results<Events, Contender.Kind, Load.Result> results = new Results<>(Contender.Kind.BARE);
        List<Grower> growing = List.copyOf(all);
        for (int events : REMEMBERED) {
            List<Grower> grown = new ArrayList<>();
            for (Grower one : growing) if (one.growsTo(events)) grown.add(one);
            growing = grown;
            for (int round = 0; round < ROUNDS; round++) {
                for (Grower one : growing) results.add(new Events(events), one.bot.kind(), one.take());
            }
        }
        report(results);
        for (Grower one : all) one.bot.close();
        System.exit(0);
    }

    private static void report(Results<Events, Contender.Kind, Load.Result> results) throws IOException {
        Report report = new Report(GrowthBench.class, JavaProcess.shippedFlags());
        results.table(
                report,
                List.of(
                        Column.compared("answers/s", Load.Result::perSecond),
                        Column.compared("CPU ms each", Load.Result::cpuMillis),
                        Column.median(
                                "99 of 100 within ms",
                                result -> result.latency().at(0.99)),
                        Column.most("MB resident", Load.Result::residentMb)));
        report.chart("rate", results.chart("Answers to /help per second", Load.Result::perSecond));
        report.write();
    }
}

package callbot.bench;

import callbot.bench.Results.Column;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * With which flags Java serves the bot best: what an answer to {@code /help} costs when 64 users write at once, how soon it is
 * ready, and how much memory it has then, on Redis. The compilers have had time to do their work.
 */
final class FlagsBench {

    private static final int ROUNDS = 5;
    private static final int USERS = 64;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(4);

    private enum Choice {
        SHIPPED("as shipped", "", ""),
        FIRST_COMPILER("with the first compiler alone", "", "-XX:TieredStopAtLevel=1"),
        G1("with the G1 collector", "-XX:+UseSerialGC", "-XX:+UseG1GC"),
        COMPACT_HEADERS("with compact headers", "", "-XX:+UseCompactObjectHeaders"),
        ONE_CARRIER("with one carrier thread", "", "-Djdk.virtualThreadScheduler.parallelism=1");

        private final String label;
        private final String without;
        private final String with;

        Choice(String label, String without, String with) {
            this.label = label;
            this.without = without;
            this.with = with;
        }

        List<String> flags() throws IOException {
            return Stream.concat(
                            JavaProcess.shippedFlags().stream().filter(flag -> !flag.equals(without)), Stream.of(with))
                    .filter(flag -> !flag.isEmpty())
                    .toList();
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private record Situation() {

        @Override
        public String toString() {
            return USERS + " users";
        }
    }

    /** How a bot started, and a run under load. */
    private record Result(Duration ready, long residentMb, Load.Result load) {}

    private FlagsBench() {}

    /** Runs it; takes some four minutes. */
    public static void main(String[] arguments) throws Exception {
        Map<Choice, Contender> bots = new EnumMap<>(Choice.class);
        Map<Choice, Result> starts = new EnumMap<>(Choice.class);
        Results<Situation, Choice, Result> results = new Results<>(Choice.SHIPPED);
        for (Choice choice : Choice.values()) {
            Contender bot = new Contender(Contender.Kind.REDIS, choice.flags());
            Duration ready = bot.start();
            long residentMb = bot.process().residentMb();
            starts.put(choice, new Result(ready, residentMb, new Load(bot, USERS, Duration.ZERO).run(WARM_UP)));
            bots.put(choice, bot);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Choice choice : Choice.values()) {
                Load.Result load = new Load(bots.get(choice), USERS, Duration.ZERO).run(MEASURED);
                Result start = starts.get(choice);
                results.add(new Situation(), choice, new Result(start.ready(), start.residentMb(), load));
            }
        }
        report(results);
        for (Contender bot : bots.values()) bot.close();
        System.exit(0);
    }

    private static void report(Results<Situation, Choice, Result> results) throws IOException {
        Report report = new Report(FlagsBench.class, JavaProcess.shippedFlags());
        results.table(
                report,
                List.of(
                        Column.compared("answers/s", result -> result.load().perSecond()),
                        Column.compared("CPU ms each", result -> result.load().cpuMillis()),
                        Column.median("ready after ms", result -> result.ready().toMillis()),
                        Column.median("MB resident then", Result::residentMb),
                        Column.most("under load", result -> result.load().residentMb())));
        report.chart(
                "cpu",
                results.chart(
                        "Processor time for each answer, ms",
                        result -> result.load().cpuMillis()));
        report.write();
    }
}

package callbot.bench;

import callbot.bench.Results.Column;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs to answer {@code /help}, with each store, beside the {@link BareBot}: how many a second, how much of the
 * processors for each, and how long its user waits. All take turns in each round, so that whatever else the machine does
 * meanwhile hits all of them.
 */
final class MessageBench {

    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Duration FAR = Duration.ofMillis(100);

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario(1, Duration.ZERO, Duration.ZERO),
            new Scenario(64, Duration.ZERO, Duration.ZERO),
            new Scenario(500, Duration.ZERO, Duration.ZERO),
            new Scenario(1, FAR, Duration.ZERO),
            new Scenario(64, FAR, Duration.ZERO),
            new Scenario(500, FAR, Duration.ofSeconds(2)));

    /**
     * A situation to be measured.
     *
     * @param away how long Webex takes for each answer
     * @param pause what each user waits on average between an answer and the next message
     */
    private record Scenario(int users, Duration away, Duration pause) {

        boolean isCrowded() {
            return users >= 500;
        }

        @Override
        public String toString() {
            return users
                    + (users == 1 ? " user" : " users")
                    + (away.isZero() ? "" : ", Webex " + away.toMillis() + " ms away")
                    + (pause.isZero() ? "" : ", each every " + pause.toSeconds() + " s");
        }
    }

    private MessageBench() {}

    /** Runs it; takes some six minutes. */
    public static void main(String[] arguments) throws Exception {
        List<Contender> normal = start();
        List<Contender> smallHeap = start("-Xmx96m");
        Results<Scenario, Contender.Kind, Load.Result> results = new Results<>(Contender.Kind.BARE);
        for (int round = 0; round < ROUNDS; round++) {
            for (Scenario scenario : SCENARIOS) {
                for (Contender bot : scenario.isCrowded() ? smallHeap : normal) {
                    bot.webex().moveAway(scenario.away());
                    Load load = new Load(bot, scenario.users(), scenario.pause());
                    results.add(scenario, bot.kind(), load.run(MEASURED));
                }
            }
        }
        report(results);
        for (Contender bot : normal) bot.close();
        for (Contender bot : smallHeap) bot.close();
        System.exit(0);
    }

    private static List<Contender> start(String... flags) throws IOException {
        List<Contender> contenders = new ArrayList<>();
        for (Contender.Kind kind : Contender.Kind.values()) {
            Contender contender = new Contender(kind, flags);
            contender.start();
            new Load(contender, 64, Duration.ZERO).run(WARM_UP);
            contenders.add(contender);
        }
        return contenders;
    }

    private static void report(Results<Scenario, Contender.Kind, Load.Result> results) throws IOException {
        Report report = new Report(MessageBench.class, JavaProcess.shippedFlags());
        results.table(
                report,
                List.of(
                        Column.compared("answers/s", Load.Result::perSecond),
                        Column.compared("CPU ms each", Load.Result::cpuMillis),
                        Column.median("own share of the wait, ms: median", result -> result.ownShare(0.5)),
                        Column.median("99 of 100", result -> result.ownShare(0.99)),
                        Column.most("MB resident", Load.Result::residentMb),
                        Column.most("gave up", Load.Result::failures)));
        report.chart("rate", results.chart("Answers to /help per second", Load.Result::perSecond));
        report.chart("cpu", results.chart("Processor time for each answer, ms", Load.Result::cpuMillis));
        report.write();
    }
}

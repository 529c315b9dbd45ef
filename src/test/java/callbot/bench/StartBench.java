package callbot.bench;

import callbot.bench.Results.Column;
import callbot.signin.Tokens;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.AtOnce;
import callbot.store.StateStore;
import callbot.webex.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** How long the bot takes from the start of its process until it is ready, and how much memory it then has, by users. */
final class StartBench {

    private static final int ROUNDS = 5;
    private static final Duration REST = Duration.ofSeconds(10);
    private static final List<Integer> USERS = List.of(0, 10_000, 100_000);

    private record Remembered(int users) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d users", users);
        }
    }

    /** When it was ready, with how much processor time, and how many MB it had then and after a rest. */
    private record Result(Duration ready, Duration cpu, long residentMb, long restingMb) {}

    private StartBench() {}

    /** Runs it; takes some six minutes. */
    public static void main(String[] arguments) throws Exception {
        Results<Remembered, Contender.Kind, Result> results = new Results<>(Contender.Kind.FILE);
        for (int users : USERS) {
            List<Contender> bots = List.of(new Contender(Contender.Kind.FILE), new Contender(Contender.Kind.REDIS));
            for (Contender bot : bots) signIn(users, bot);
            for (int round = 0; round < ROUNDS; round++) {
                for (Contender bot : bots) results.add(new Remembered(users), bot.kind(), start(bot));
            }
            for (Contender bot : bots) bot.close();
        }
        report(results);
        System.exit(0);
    }

    private static Result start(Contender bot) throws IOException, InterruptedException {
        Duration ready = bot.start();
        Duration cpu = bot.process().cpu();
        long resident = bot.process().residentMb();
        Thread.sleep(REST);
        Result result = new Result(ready, cpu, resident, bot.process().residentMb());
        bot.stop();
        return result;
    }

    private static void signIn(int number, Contender bot) {
        Clock clock = Clock.systemUTC();
        List<User> users =
                IntStream.range(0, number).mapToObj(one -> user(one, clock)).toList();
        try (StateStore store = bot.memory()) {
            new AtOnce(bot.kind() == Contender.Kind.REDIS ? 16 : 20_000).forEach(users, new Users(store)::save);
        }
    }

    private static User user(int number, Clock clock) {
        Tokens tokens = new Tokens(
                new Secret("access " + "x".repeat(90) + number),
                clock.instant().plus(Duration.ofDays(14)),
                Optional.of(new Secret("refresh " + "x".repeat(90) + number)),
                Optional.empty(),
                Optional.empty());
        return new User(StandInWebex.person(number), number + "@example.com", ZoneOffset.UTC, tokens, false);
    }

    private static void report(Results<Remembered, Contender.Kind, Result> results) throws IOException {
        Report report = new Report(StartBench.class, JavaProcess.shippedFlags());
        results.table(
                report,
                List.of(
                        Column.median("ready after ms", result -> result.ready().toMillis()),
                        Column.median(
                                "CPU ms until then", result -> result.cpu().toMillis()),
                        Column.median("MB resident then", Result::residentMb),
                        Column.median("MB after 10 s", Result::restingMb)));
        report.chart(
                "ready",
                results.chart("Ready after so many ms", result -> result.ready().toMillis()));
        report.chart("memory", results.chart("MB resident after 10 s of rest", Result::restingMb));
        report.write();
    }
}

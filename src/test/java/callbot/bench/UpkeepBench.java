package callbot.bench;

import callbot.upkeep.SimulatedDay;
import callbot.upkeep.SimulatedDay.Phase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What it costs Webex to be asked whether all webhooks are right, and how soon they are after something has happened, in a
 * simulated day.
 */
public final class UpkeepBench {

    private record Size(int users, int instances) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,d users, %d instance%s", users, instances, instances == 1 ? "" : "s");
        }
    }

    private static final List<Size> SIZES = List.of(new Size(1_000, 1), new Size(10_000, 3), new Size(30_000, 10));

    private UpkeepBench() {}

    /** Runs it; takes some seconds, since its time is simulated. */
    public static void main(String[] arguments) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Size size : SIZES)
            for (Phase phase : SimulatedDay.of(size.users(), size.instances())) rows.add(row(size, phase));
        Report report = new Report(
                UpkeepBench.class, ManagementFactory.getRuntimeMXBean().getInputArguments());
        report.table(List.of("", "what happens", "minutes", "requests", "requests/s", "all right after s"), rows);
        report.write();
    }

    private static List<String> row(Size size, Phase phase) {
        return List.of(
                size.toString(),
                phase.what(),
                "" + phase.time().toMinutes(),
                String.format(Locale.ROOT, "%,d", phase.requests()),
                Report.figure(phase.rate()),
                phase.wrong() > 0 ? "never" : "" + phase.right().toSeconds());
    }
}

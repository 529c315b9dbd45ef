package callbot.bench;

import callbot.upkeep.SimulatedDay;
import callbot.upkeep.SimulatedDay.Phase;
import java.util.Locale;

/**
 * What it costs Webex to be asked whether all webhooks are right, and how soon they are after something has happened, in a
 * simulated day.
 */
public final class UpkeepBench {

    private UpkeepBench() {}

    /** Prints a table for each of some sizes. */
    public static void main(String[] arguments) {
        for (int[] size : new int[][] {{1_000, 1}, {10_000, 3}, {30_000, 10}}) {
            System.out.printf("%n%,d followed users, %d instance(s)%n%n", size[0], size[1]);
            System.out.println("| what happens | minutes | requests | requests/s | all right after s |");
            System.out.println("|---|---|---|---|---|");
            for (Phase phase : SimulatedDay.of(size[0], size[1])) {
                System.out.printf(
                        Locale.ENGLISH,
                        "| %s | %d | %,d | %.3f | %s |%n",
                        phase.what(),
                        phase.time().toMinutes(),
                        phase.requests(),
                        phase.rate(),
                        phase.wrong() > 0 ? "never" : phase.right().toSeconds());
            }
        }
    }
}

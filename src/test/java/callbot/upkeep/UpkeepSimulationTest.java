package callbot.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.upkeep.SimulatedDay.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** A day with 10,000 followed users and three instances. */
class UpkeepSimulationTest {

    private static final int USERS = 10_000;

    private static List<Phase> day;

    @BeforeAll
    static void live(TestReporter reporter) {
        day = SimulatedDay.of(USERS, 3);
        day.forEach(phase -> reporter.publishEntry(phase.toString()));
    }

    @Test
    void atRestWebexIsAskedLessThanOnceInTwoSecondsByAllTogether() {
        assertTrue(phase("at rest").rate() <= 0.5, day::toString);
        assertTrue(phase("at rest").requests() > USERS, "each user is looked after once in eight hours");
    }

    @Test
    void afterWhateverHappensAllWebhooksAreRightWithinFiveMinutes() {
        for (String what : List.of("start", "new address", "all instances away", "new address, the instance")) {
            Phase phase = phase(what);
            assertTrue(phase.right().compareTo(Duration.ofMinutes(5)) <= 0, phase::toString);
        }
    }

    /** Some are told to wait for a minute and a half, and again, and then wait for the next to be looked at. */
    @Test
    void whoIsToldToWaitIsAskedAgainWhenTheTimeHasCome() {
        Phase phase = phase("new address, each 10th");
        assertTrue(phase.right().compareTo(Duration.ofMinutes(10)) <= 0, phase::toString);
    }

    @Test
    void nothingStaysWrong() {
        for (Phase phase : day) assertEquals(0, phase.wrong(), phase::toString);
        assertTrue(phase("at rest, one").right().compareTo(Duration.ofHours(8).plusMinutes(1)) <= 0, day::toString);
    }

    /** Not only when all is well: a round costs each user two requests, one to see and one to repair. */
    @Test
    void noRoundAsksMoreThanItMust() {
        for (Phase phase : day) {
            long walk =
                    phase.time().toMinutes() * USERS / 480 + 2 * phase.time().toMinutes();
            assertTrue(phase.requests() <= 2.3 * USERS + 1.1 * walk, phase::toString);
        }
    }

    private static Phase phase(String beginning) {
        return day.stream()
                .filter(phase -> phase.what().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }
}

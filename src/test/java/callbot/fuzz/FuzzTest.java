package callbot.fuzz;

import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A short round over all targets, the same in every build. A longer one that learns is {@link FuzzRun}. */
class FuzzTest {

    private static final int INPUTS = 3_000;
    private static final int LONG_INPUTS = 30;
    private static final int LENGTH = 64 << 10;
    private static final long SEED = 11;

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void whatIsPromisedHoldsForOddInputs(Target name) {
        FuzzTarget target = name.open();
        target.seeds().forEach(seed -> check(target, seed));
        Mutations inputs = new Mutations(target.seeds(), new SplittableRandom(SEED));
        for (int i = 0; i < INPUTS; i++) check(target, inputs.next());
    }

    /** As long as a webhook may be. What takes a time that grows with the square of the length does not end in time. */
    @ParameterizedTest
    @EnumSource
    @Timeout(20)
    void longInputsTakeLongerOnlyByTheirLength(Target name) {
        FuzzTarget target = name.open();
        Mutations inputs = new Mutations(target.seeds(), new SplittableRandom(SEED));
        for (int i = 0; i < LONG_INPUTS; i++) check(target, inputs.pumped(LENGTH));
    }

    private static void check(FuzzTarget target, byte[] input) {
        try {
            target.check(input);
        } catch (Exception | AssertionError e) {
            throw new AssertionError(
                    "it does not hold for (in base64) " + Base64.getEncoder().encodeToString(input), e);
        }
    }
}

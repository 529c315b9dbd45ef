package callbot.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;

    /** What a connection and a body cost at most was measured, see {@link Limits}. */
    @ParameterizedTest
    @ValueSource(longs = {96, 256, 358, 512, 4096})
    void whatStrangersMayTakeLeavesAThirdOfTheHeapToTheBot(long mib) {
        long heap = mib * MIB;
        assertTrue(Limits.connections(heap) * 96 * KIB + Limits.largeBodies(heap) * 192 * KIB <= heap * 2 / 3);
    }

    @Test
    void theSmallestHeapHasRoomForHundredsOfConnections() {
        assertEquals(512, Limits.connections(96 * MIB));
        assertEquals(32, Limits.largeBodies(96 * MIB));
    }

    @Test
    void thereAreNeverMoreConnectionsThanFileDescriptors() {
        assertEquals(2000, Limits.connections(64L * 1024 * MIB));
    }
}

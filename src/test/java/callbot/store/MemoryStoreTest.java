package callbot.store;

import callbot.MovableClock;
import java.time.Duration;

class MemoryStoreTest extends StateStoreContract {

    private final MovableClock clock = new MovableClock();

    @Override
    StateStore open() {
        return new MemoryStore(clock);
    }

    @Override
    void outlive(Duration lifetime) {
        clock.advance(lifetime);
    }
}

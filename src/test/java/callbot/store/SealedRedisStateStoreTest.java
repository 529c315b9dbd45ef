package callbot.store;

import java.util.List;

class SealedRedisStateStoreTest extends RedisStateStoreTest {

    @Override
    StateStore open() {
        return SealedStateStore.over(super.open(), List.of("a passphrase"));
    }
}

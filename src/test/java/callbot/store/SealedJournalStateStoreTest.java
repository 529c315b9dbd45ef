package callbot.store;

import java.util.List;

class SealedJournalStateStoreTest extends JournalStateStoreTest {

    @Override
    StateStore open() {
        return SealedStateStore.over(super.open(), List.of("a passphrase"));
    }
}

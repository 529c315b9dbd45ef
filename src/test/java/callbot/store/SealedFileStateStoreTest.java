package callbot.store;

import java.security.SecureRandom;
import java.util.List;

class SealedFileStateStoreTest extends FileStateStoreTest {

    @Override
    StateStore open() {
        return SealedStateStore.over(super.open(), List.of("a passphrase"), new SecureRandom());
    }
}

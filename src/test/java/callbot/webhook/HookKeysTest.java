package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.store.JournalStateStore;
import callbot.store.StateStore;
import callbot.testing.Crowd;
import callbot.webex.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookKeysTest {

    private final Secret token = new Secret("bot token");
    private final HookKeys keys = new HookKeys(token, "deployment");

    @Test
    void allInstancesOnOneStoreHaveTheSameKeys(@TempDir Path directory) {
        try (StateStore store = JournalStateStore.open(directory.resolve("state.json"), Clock.systemUTC())) {
            List<HookKeys> all = Crowd.of(50, i -> HookKeys.of(store, token, new SecureRandom()));
            assertEquals(1, Set.copyOf(all).size());
            assertTrue(all.getFirst().deployment().length() > 8, all.getFirst().deployment());
        }
    }

    @Test
    void anotherTokenOrDeploymentHasOtherSecretsNamesAndAddresses() {
        for (HookKeys other :
                List.of(new HookKeys(new Secret("another token"), "deployment"), new HookKeys(token, "another"))) {
            assertNotEquals(keys.botSecret(), other.botSecret());
            assertNotEquals(keys.pathKey("alice"), other.pathKey("alice"));
            assertNotEquals(keys.callSecret("path"), other.callSecret("path"));
            assertNotEquals(keys.name("messages"), other.name("messages"));
            assertFalse(keys.isOurs(other.name("messages")));
            assertTrue(HookKeys.isCallbots(other.name("messages")));
        }
    }

    @Test
    void everyPersonHasASecretAndAnAddressOfHisOwn() {
        assertNotEquals(keys.pathKey("alice"), keys.pathKey("bob"));
        assertNotEquals(keys.callSecret(keys.pathKey("alice")), keys.callSecret(keys.pathKey("bob")));
        assertNotEquals(keys.botSecret(), keys.callSecret(keys.pathKey("alice")));
        assertNotEquals(keys.callSecret(keys.pathKey("alice")).reveal(), keys.pathKey("alice"));
    }

    @Test
    void anIdIsTheSameWithAndWithoutPadding() {
        assertEquals(keys.pathKey("YWxpY2U"), keys.pathKey("YWxpY2U="));
        assertEquals(keys.pathKey("YWxpY2"), keys.pathKey("YWxpY2=="));
    }

    @Test
    void anAddressTellsNobodyWhoseItIsAndFitsIntoAPath() {
        assertTrue(keys.pathKey("alice").matches("[0-9a-f]{32}"), keys.pathKey("alice"));
    }

    @Test
    void ourNamesAreKnownAndOthersAreNot() {
        assertTrue(keys.isOurs(keys.name("messages")));
        assertTrue(keys.name("messages").matches("callbot [0-9a-f]{8} messages"), keys.name("messages"));
        assertFalse(keys.isOurs("callbot messages"));
        assertFalse(HookKeys.isCallbots("my callbot messages"));
    }

    @Test
    void theTokenIsNotShown() {
        assertFalse((keys + keys.name("") + keys.pathKey("alice")).contains("bot token"));
    }
}

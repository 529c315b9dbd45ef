package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.webex.Secret;
import org.junit.jupiter.api.Test;

class HookKeysTest {

    private final Secret token = new Secret("bot token");
    private final HookKeys keys = new HookKeys(token, "bot-id");

    @Test
    void anotherTokenHasOtherSecretsNamesAndAddressesOfTheSameBot() {
        HookKeys other = new HookKeys(new Secret("another token"), "bot-id");
        assertNotEquals(keys.botSecret(), other.botSecret());
        assertNotEquals(keys.pathKey("alice"), other.pathKey("alice"));
        assertNotEquals(keys.callSecret("path"), other.callSecret("path"));
        assertNotEquals(keys.name("messages"), other.name("messages"));
        assertTrue(keys.isOurs(other.name("messages")), "so that what it left is found again");
    }

    @Test
    void theWebhooksOfAnotherBotAreNotOurs() {
        HookKeys other = new HookKeys(new Secret("another token"), "another-bot");
        assertFalse(keys.isOurs(other.name("messages")));
        assertTrue(HookKeys.isCallbots(other.name("messages")));
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
        assertTrue(keys.name("messages").matches("callbot [0-9a-f]{8}-[0-9a-f]{8} messages"), keys.name("messages"));
        assertFalse(keys.isOurs("callbot messages"));
        assertFalse(HookKeys.isCallbots("my callbot messages"));
        assertFalse(HookKeys.isCallbots("callbot fan club"));
        assertTrue(HookKeys.isCallbots("callbot 0123abcd messages"), "as earlier versions named them");
    }

    @Test
    void theTokenIsNotShown() {
        assertFalse((keys + keys.name("") + keys.pathKey("alice")).contains("bot token"));
    }
}

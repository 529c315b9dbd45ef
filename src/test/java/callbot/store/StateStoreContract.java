package callbot.store;

import static callbot.store.StateStore.FOREVER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store promises; each of them is tested by a subclass that only says how to open it. */
abstract class StateStoreContract extends ConcurrentStateStoreContract {

    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void whatWasNeverPutIsAbsent() {
        assertEquals(Optional.empty(), store.get("nothing"));
        assertEquals(Optional.empty(), store.take("nothing"));
        assertFalse(store.replace("nothing", "a", "b", FOREVER));
        assertFalse(store.delete("nothing", "a"));
        assertEquals(List.of(), store.keys("nothing"));
    }

    @Test
    void theLastValuePutIsTheOneThatIsThere() {
        store.put("key", "first", FOREVER);
        store.put("key", "second", FOREVER);
        assertEquals(Optional.of("second"), store.get("key"));
    }

    @Test
    void putIfAbsentDoesNotTouchWhatIsThere() {
        assertTrue(store.putIfAbsent("key", "first", FOREVER));
        assertFalse(store.putIfAbsent("key", "second", FOREVER));
        assertEquals(Optional.of("first"), store.get("key"));
    }

    @Test
    void replaceChangesOnlyTheExpectedValue() {
        store.put("key", "before", FOREVER);
        assertFalse(store.replace("key", "other", "after", FOREVER));
        assertEquals(Optional.of("before"), store.get("key"));
        assertTrue(store.replace("key", "before", "after", FOREVER));
        assertEquals(Optional.of("after"), store.get("key"));
    }

    @Test
    void whatIsTakenIsGone() {
        store.put("key", "value", FOREVER);
        assertEquals(Optional.of("value"), store.take("key"));
        assertEquals(Optional.empty(), store.get("key"));
        assertEquals(Optional.empty(), store.take("key"));
        assertTrue(store.putIfAbsent("key", "anew", FOREVER));
    }

    @Test
    void deleteRemovesWhateverIsThereOrOnlyTheExpectedValue() {
        store.put("key", "value", FOREVER);
        assertFalse(store.delete("key", "other"));
        assertEquals(Optional.of("value"), store.get("key"));
        assertTrue(store.delete("key", "value"));
        assertEquals(Optional.empty(), store.get("key"));

        store.put("key", "value", FOREVER);
        store.delete("key");
        store.delete("key");
        assertEquals(Optional.empty(), store.get("key"));
    }

    @Test
    void aValueIsGoneInEveryRespectWhenItsLifetimeIsOver() {
        store.put("a:put", "value", SHORT);
        assertTrue(store.putIfAbsent("a:putIfAbsent", "value", SHORT));
        store.put("a:replace", "before", FOREVER);
        assertTrue(store.replace("a:replace", "before", "value", SHORT));
        store.put("a:stays", "value", FOREVER);
        outlive(SHORT);

        assertEquals(List.of("a:stays"), store.keys("a:"));
        assertEquals(Optional.empty(), store.get("a:put"));
        assertEquals(Optional.empty(), store.take("a:putIfAbsent"));
        assertFalse(store.replace("a:replace", "value", "more", FOREVER));
        assertFalse(store.delete("a:put", "value"));
        assertTrue(store.putIfAbsent("a:put", "anew", FOREVER));
        assertEquals(Optional.of("anew"), store.get("a:put"));
    }

    @Test
    void aNewLifetimeTakesThePlaceOfTheOldOne() {
        store.put("put", "value", SHORT);
        store.put("put", "value", FOREVER);
        store.put("replace", "value", SHORT);
        assertTrue(store.replace("replace", "value", "value", Duration.ofHours(1)));
        store.put("shorter", "value", FOREVER);
        store.put("shorter", "value", SHORT);
        outlive(SHORT);

        assertEquals(Optional.of("value"), store.get("put"));
        assertEquals(Optional.of("value"), store.get("replace"));
        assertEquals(Optional.empty(), store.get("shorter"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*", "a?", "a[bc]", "a\\", "a^-", "{a}", "a b\n", "ключ:", "🔑", "a\"'", ""})
    void aFamilyIsAllThatHasTheSameUpToItsLastColon(String name) {
        String family = name + ":";
        store.put(family + "1", "value", FOREVER);
        store.put(family + "2", "value", FOREVER);
        store.put(family, "value", FOREVER);
        store.put(family + "more:1", "value", FOREVER);
        store.put(family + "more:2", "value", FOREVER);
        store.put("x" + family + "1", "value", FOREVER);
        store.put(name + "1", "value", FOREVER);
        store.put(family + "z", "value", FOREVER);
        store.delete(family + "2");
        assertEquals(Optional.of("value"), store.take(family + "z"));

        assertEquals(Set.of(family, family + "1"), Set.copyOf(store.keys(family)));
        assertEquals(2, store.keys(family).size());
        assertEquals(Set.of(family + "more:1", family + "more:2"), Set.copyOf(store.keys(family + "more:")));
    }

    @Test
    void theChangesOfABatchAreMadeTogetherOrNotAtAll() {
        store.put("a:1", "one", FOREVER);
        store.put("a:2", "two", FOREVER);
        List<Change> failing = List.of(
                new Change.Put("a:3", "three", FOREVER),
                new Change.Replace("a:1", "one", "uno", FOREVER),
                new Change.DeleteIf("a:2", "other"));
        assertFalse(store.change(failing));
        assertEquals(Map.of("a:1", "one", "a:2", "two"), store.get(List.of("a:1", "a:2", "a:3")));

        assertTrue(store.change(List.of(
                new Change.Put("a:3", "three", FOREVER),
                new Change.Replace("a:1", "one", "uno", FOREVER),
                new Change.PutIfAbsent("a:4", "four", FOREVER),
                new Change.Delete("a:5"),
                new Change.DeleteIf("a:2", "two"))));
        assertEquals(
                Map.of("a:1", "uno", "a:3", "three", "a:4", "four"),
                store.get(List.of("a:1", "a:2", "a:3", "a:4", "a:5")));
        assertEquals(Set.of("a:1", "a:3", "a:4"), Set.copyOf(store.keys("a:")));
        assertTrue(store.change(List.of()));
    }

    @Test
    void putIfPresentTouchesNothingThatIsNotThere() {
        assertFalse(store.change(List.of(new Change.PutIfPresent("key", "value", FOREVER))));
        assertEquals(Optional.empty(), store.get("key"));
        store.put("key", "value", FOREVER);
        assertTrue(store.change(List.of(new Change.PutIfPresent("key", "other", FOREVER))));
        assertEquals(Optional.of("other"), store.get("key"));
    }

    @Test
    void whatRemainsOfALifetimeIsToldByTheStore() {
        store.put("a:forever", "value", FOREVER);
        store.put("a:hour", "value", Duration.ofHours(1));
        assertEquals(Optional.of(FOREVER), store.remaining("a:forever"));
        Duration left = store.remaining("a:hour").orElseThrow();
        assertTrue(left.compareTo(Duration.ofHours(1)) <= 0, left::toString);
        assertTrue(left.compareTo(Duration.ofMinutes(55)) > 0, left::toString);
        assertEquals(Optional.empty(), store.remaining("a:nothing"));
        assertEquals(Map.of(), store.get(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udfff:b", ""})
    void aKeyThatUtf8CannotExpressIsRefused(String key) {
        assertThrows(IllegalArgumentException.class, () -> store.put(key, "value", FOREVER));
        assertThrows(IllegalArgumentException.class, () -> store.delete(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000\u0001\r\n\t", "\"{}[]\\", "größer, 日本語, עברית, 👩‍👩‍👧", "null"})
    void everyTextComesBackAsItWas(String text) {
        store.put("key " + text, text, FOREVER);
        assertEquals(Optional.of(text), store.get("key " + text));
        assertTrue(store.replace("key " + text, text, text + text, FOREVER));
        assertEquals(Optional.of(text + text), store.take("key " + text));
    }

    @Test
    void theLongestKeyAndTheLongestValueComeBackAsTheyWere() {
        String key = "k".repeat(1000);
        String value = "ä".repeat(350_000);
        store.put(key, value, FOREVER);
        assertEquals(Optional.of(value), store.get(key));
    }
}

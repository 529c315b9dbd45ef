package callbot.webex.calling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallKeyTest {

    private static final String UUID = "01234567-89ab-cdef-0123-456789abcdef";

    @Test
    void aCallHasOneKeyInWhateverFormItsIdComes() {
        List<String> forms = List.of(
                UUID,
                UUID.toUpperCase(Locale.ROOT),
                base64(UUID),
                base64("ciscospark://us/CALL/" + UUID),
                base64("ciscospark://urn:TEAM:us-west-2_r/CALL/" + UUID).replace("=", ""));
        assertEquals(
                1, forms.stream().map(CallKey::new).collect(Collectors.toSet()).size());
        forms.forEach(form -> assertTrue(CallKey.areSame(UUID, form), form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {UUID, "session-1", "call/with a \u00e4 in it", "Y2lzY28=", "ciscospark://us/CALL/callhalf-1:0"})
    void aKeyIsItsOwnKeyAndFitsIntoAnother(String id) {
        CallKey key = new CallKey(id);
        assertEquals(key, new CallKey(key.text()));
        assertTrue(key.text().matches("[A-Za-z0-9_.-]+"), key.text());
    }

    @Test
    void callsAreToldApart() {
        assertNotEquals(new CallKey("session-1"), new CallKey("session-2"));
        String call = "ciscospark://us/CALL/callhalf-1:";
        assertFalse(CallKey.areSame(base64(call + "0"), base64(call + "1")));
        assertNotEquals(new CallKey(base64(call + "0")), new CallKey(base64(call + "1")));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

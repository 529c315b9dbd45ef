package callbot.webex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.webex.messaging.Person;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebexIdTest {

    private static final String UUID = "f5b36187-c8dd-4727-8b2f-f9c447f29046";
    private static final String USUAL = base64url("ciscospark://us/PEOPLE/" + UUID);

    @Test
    void onePersonHasOneKeyHoweverTheIdIsWritten() {
        List<String> forms = List.of(
                UUID,
                UUID.toUpperCase(),
                USUAL,
                USUAL + "=",
                base64("ciscospark://us/PEOPLE/" + UUID),
                base64url("ciscospark://urn:TEAM:us-west-2_r/PEOPLE/" + UUID),
                base64("ciscospark://urn:TEAM:eu-central-1_k/PEOPLE/" + UUID.toUpperCase()),
                base64(UUID));
        assertEquals(Set.of(USUAL), forms.stream().map(Person::key).collect(Collectors.toSet()));
        assertEquals(USUAL, Person.key(Person.key(UUID)), "a key is its own key");
        for (String form : forms) assertTrue(Person.areSame(form, USUAL), form);
    }

    @Test
    void differentThingsHaveDifferentKeys() {
        Set<String> different = Set.of(
                UUID.replace('f', 'e'),
                base64url("ciscospark://us/PEOPLE/" + UUID.replace('9', '8')),
                base64url("ciscospark://us/ROOM/" + UUID),
                base64url("ciscospark://us/CALL/callhalf-1:0"),
                base64url("ciscospark://us/CALL/callhalf-1:1"),
                "P1",
                "p1",
                "a:b",
                "é");
        assertEquals(
                different.size(),
                different.stream().map(Person::key).collect(Collectors.toSet()).size());
        assertNotEquals(Person.key(USUAL), WebexId.key("ROOM", UUID));
    }

    @ParameterizedTest
    @ValueSource(strings = {UUID, "a:b", "x/y+z==", "callhalf-1:0", "=", "ciscospark://us/PEOPLE/x", "%00", "a b"})
    void aKeyFitsIntoTheKeysOfAStore(String id) {
        assertTrue(WebexId.key("CALL", id).matches("[A-Za-z0-9_.-]+"), WebexId.key("CALL", id));
        assertEquals(WebexId.key("CALL", id), WebexId.key("CALL", WebexId.key("CALL", id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\" \"", "\"a b\"", "\"\\ud800\"", "\"ä\"", "\"\\u0000\"", "{}", "[\"a\"]"})
    void whatCannotBeAnIdIsNone(String value) {
        assertEquals(
                Optional.empty(),
                WebexId.at(Json.parse("{\"id\": " + value + "}").lenient(), "id"));
    }

    @Test
    void anIdHasUpTo400Characters() {
        for (int length : List.of(1, 400, 401)) {
            String id = "x".repeat(length);
            Json json = Json.object().put("id", id).toJson();
            assertEquals(Optional.of(id).filter(any -> length <= 400), WebexId.at(json, "id"));
        }
    }

    @Test
    void anIdLeadsToNoOtherPath() {
        assertEquals("..%2Fpeople%2Fme%3Fx%23y%3D", WebexId.inPath("../people/me?x#y="));
        assertEquals(USUAL, WebexId.inPath(USUAL));
    }

    private static String base64url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

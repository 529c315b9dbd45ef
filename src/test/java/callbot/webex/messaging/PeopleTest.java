package callbot.webex.messaging;

import static callbot.webex.ScriptedWebex.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import callbot.webex.ScriptedWebex;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {

    private static final String FULL = """
            {"id": "P1", "emails": ["a@b.example", "a@c.example"], "displayName": "Ann", "timezone": "America/Denver",
             "orgId": "O1", "created": "2012-06-15T20:23:41Z", "type": "person", "invitePending": "false"}""";

    private final ScriptedWebex webex = new ScriptedWebex();
    private final People people = new People(webex.client);

    @AfterEach
    void close() {
        webex.close();
    }

    @Test
    void theOwnerOfATokenIsAskedFor() throws Exception {
        webex.answer(200, FULL);

        Person me = people.me(TOKEN);

        assertEquals(new Person("P1", List.of("a@b.example", "a@c.example"), "Ann", ZoneId.of("America/Denver")), me);
        assertEquals("a@b.example", me.email());
        var request = webex.exchange(200, FULL);
        assertEquals("GET /v1/people/me", request.getMethod() + " " + request.getTarget());
    }

    @Test
    void anotherPersonIsFoundById() throws Exception {
        webex.answer(200, FULL);

        assertEquals("Ann", people.find(TOKEN, "P1").displayName());

        var request = webex.exchange(200, FULL);
        assertEquals("GET /v1/people/P1", request.getMethod() + " " + request.getTarget());
    }

    @Test
    void peopleAreFoundByHowTheirNamesBeginWithAllTheirNumbers() throws Exception {
        String found = """
                {"items": [
                  {"id": "P1", MORE, "displayName": "Bob Brown", "extension": "1002", "phoneNumbers": [
                     {"type": "work", "value": "+14085551002", "primary": true},
                     {"type": "work_extension", "value": "1002"}, {"type": "mobile", "value": "+1 408 555 0177"}]},
                  {"id": "P2", MORE, "displayName": "Bob & Sons"},
                  {"id": "P3", MORE, "displayName": " ", "extension": "1003"}]}""".replace("MORE", """
                "emails": ["b@b.example"], "orgId": "O1", "created": "2012-06-15T20:23:41Z", "type": "person\"""");
        webex.answer(200, found);

        assertEquals(
                List.of(
                        new Contact("Bob Brown", List.of("1002", "+14085551002", "+1 408 555 0177")),
                        new Contact("Bob & Sons", List.of())),
                people.named(TOKEN, "bob &"));
        var request = webex.exchange(200, found);
        assertEquals(
                "GET /v1/people?displayName=bob+%26&max=10&excludeStatus=true",
                request.getMethod() + " " + request.getTarget());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"timezone\": null", ", \"timezone\": \"Mars/Base\"", ", \"timezone\": \"\""})
    void whoseTimeZoneIsNotKnownLivesInUtc(String zone) {
        webex.answer(200, "{\"id\": \"P1\", \"emails\": [\"a@b.example\"], \"displayName\": \"Ann\"" + zone + "}");

        assertEquals(ZoneOffset.UTC, people.me(TOKEN).zone());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'displayName': 'Ann', 'nickName': 'A', 'emails': ['a@b.example'] | Ann        | a@b.example",
                "'displayName': null, 'nickName': 'A', 'emails': ['a@b.example']  | A          | a@b.example",
                "'displayName': ' ', 'emails': ['a@b.example', 5]                 | a@b.example | a@b.example",
                "'displayName': 5, 'emails': []                                   | 5          | ``",
                "'displayName': [], 'emails': 'a@b.example'                       | somebody   | ``",
                "'emails': [null, '', {}]                                         | somebody   | ``",
            })
    void whoeverHasNoNameOrNoAddressIsReadForTheRest(String fields, String name, String email) {
        webex.answer(200, "{\"id\": \"P1\", " + fields.replace('\'', '"') + "}");

        Person me = people.me(TOKEN);

        assertEquals(name, me.displayName());
        assertEquals(email, me.email());
    }
}

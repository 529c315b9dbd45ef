package callbot.webex;

import callbot.json.Json;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Somebody with a Webex account: a user or a bot.
 *
 * @param emails at least one
 * @param zone where this person is; UTC if Webex does not say, or says something unknown
 */
public record Person(String id, List<String> emails, String displayName, ZoneId zone) {

    public Person {
        emails = List.copyOf(emails);
        if (emails.isEmpty()) throw new IllegalArgumentException("a person without e-mail address");
    }

    static Person from(Json json) {
        return new Person(
                id(json.requireText("id")),
                json.texts("emails"),
                json.requireText("displayName"),
                json.text("timezone").map(Person::zone).orElse(ZoneOffset.UTC));
    }

    /** An id of a person in the one form in which it is compared: Webex writes them with and without base64 padding. */
    public static String id(String written) {
        return written.replace("=", "");
    }

    /** The first e-mail address. */
    public String email() {
        return emails.getFirst();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}

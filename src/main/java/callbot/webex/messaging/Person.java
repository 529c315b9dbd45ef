package callbot.webex.messaging;

import callbot.json.Json;
import callbot.webex.WebexId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody with a Webex account: a user or a bot.
 *
 * @param id as Webex writes it, which is how it goes back; {@link #key} is for comparing
 * @param emails none if Webex does not say
 * @param displayName what people call this person: the nick name or the e-mail address if Webex knows no better
 * @param zone where this person is; UTC if Webex does not say, or says something unknown
 */
public record Person(String id, List<String> emails, String displayName, ZoneId zone) {

    public Person {
        emails = List.copyOf(emails);
    }

    static Person from(Json json) {
        List<String> emails =
                json.texts("emails").stream().filter(email -> !email.isBlank()).toList();
        return new Person(
                WebexId.required(json, "id"),
                emails,
                Stream.of(
                                json.text("displayName"),
                                json.text("nickName"),
                                emails.stream().findFirst())
                        .flatMap(Optional::stream)
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElse("somebody"),
                json.text("timezone").map(Person::zone).orElse(ZoneOffset.UTC));
    }

    /** An id of a person in the one form in which it is compared, and remembered under; see {@link WebexId#key}. */
    public static String key(String id) {
        return WebexId.key("PEOPLE", id);
    }

    /** Whether two ids are of the same person, however Webex has written them. */
    public static boolean areSame(String oneId, String otherId) {
        return key(oneId).equals(key(otherId));
    }

    /** The first e-mail address; empty if none is known. */
    public String email() {
        return emails.stream().findFirst().orElse("");
    }

    /** The time zone of this name; UTC if this Java does not know it, as an older one does not know a new zone. */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}

package callbot.webex.messaging;

import callbot.json.Json;
import callbot.text.OthersText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody in the directory of the user's organization.
 *
 * @param name as Webex shows it
 * @param numbers where this person can be called, an extension first; none if Webex does not say
 */
public record Contact(String name, List<String> numbers) {

    private static final int LONGEST_NAME = 100;

    public Contact {
        numbers = List.copyOf(numbers);
    }

    /** Somebody without a name is nobody who was looked for by it. */
    static Optional<Contact> from(Json json) {
        List<Json> phones = json.list("phoneNumbers");
        Stream<String> extensions = phones.stream().filter(Contact::isExtension).flatMap(Contact::value);
        Stream<String> others =
                phones.stream().filter(phone -> !isExtension(phone)).flatMap(Contact::value);
        List<String> numbers = Stream.of(json.text("extension").stream(), extensions, others)
                .flatMap(some -> some)
                .filter(number -> !number.isBlank())
                .distinct()
                .toList();
        return json.text("displayName")
                .map(OthersText::onOneLine)
                .filter(name -> !name.isBlank())
                .map(name -> new Contact(OthersText.cut(name, LONGEST_NAME), numbers));
    }

    private static boolean isExtension(Json phone) {
        return phone.text("type").filter("work_extension"::equals).isPresent();
    }

    private static Stream<String> value(Json phone) {
        return phone.text("value").stream();
    }
}

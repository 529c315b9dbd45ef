package callbot.webex.messaging;

import static callbot.fuzz.FuzzTarget.require;
import static callbot.webex.WebexAnswers.isId;
import static callbot.webex.WebexAnswers.read;

import callbot.json.Json;

/** What Webex answers about people, messages and webhooks. */
public final class MessagingAnswers {

    private MessagingAnswers() {}

    /** Reads the answer as each of them. */
    public static void check(Json answer) {
        read(answer, Person::from).ifPresent(MessagingAnswers::holds);
        read(answer, Messages.Message::from).ifPresent(message -> isId(message.id()));
        read(answer, Webhook::from)
                .flatMap(hook -> hook.secret()
                        .filter(secret -> secret.length() > 8 && hook.toString().contains(secret)))
                .filter(secret -> !answer.text("name").orElse("").contains(secret))
                .ifPresent(secret -> require(false, "it shows the secret"));
    }

    private static void holds(Person person) {
        isId(person.id());
        require(!person.displayName().isBlank(), "nobody can be called so");
        String key = Person.key(person.id());
        require(Person.key(key).equals(key), "the key of a key is another: " + key);
        require(key.matches("[A-Za-z0-9_.-]+"), "no key: " + key);
    }
}

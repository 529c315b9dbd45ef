package callbot.sandbox.calls.switchboard;

import callbot.sandbox.base.Party;
import callbot.sandbox.base.Person;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What users have set for the calls that come for them.
 *
 * @param way where a call of this caller goes that comes for this user
 * @param undisturbed whether this user's phones are silent, so that no queue rings them
 * @param takingUnanswered whether this user's voicemail takes calls that he does not answer
 * @param mailbox leaves a message of this caller on this user's voicemail
 */
public record Routing(
        BiFunction<Person, Party, Way> way,
        Predicate<Person> undisturbed,
        Predicate<Person> takingUnanswered,
        BiConsumer<Person, Party> mailbox) {

    /** Guards against what nobody has decided. */
    public Routing {
        Objects.requireNonNull(way);
        Objects.requireNonNull(undisturbed);
        Objects.requireNonNull(takingUnanswered);
        Objects.requireNonNull(mailbox);
    }
}

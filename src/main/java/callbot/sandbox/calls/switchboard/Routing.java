package callbot.sandbox.calls.switchboard;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What users have set for the calls that come for them.
 *
 * @param way where a call of this caller goes that comes for this user
 * @param undisturbed whether this user's phones are silent, so that no queue rings them
 * @param busy where a call goes that this user declines, absent if it is over
 * @param unanswered where a call goes that this user does not answer; it rings on if nowhere
 * @param rings after how many rings that is; absent if its caller waits for as long as he likes
 * @param mailbox leaves a message of this caller on this user's voicemail
 */
public record Routing(
        BiFunction<Account, CallParty, Way> way,
        Predicate<Account> undisturbed,
        Function<Account, Optional<Way.Forward>> busy,
        Function<Account, Way> unanswered,
        Function<Account, Optional<Long>> rings,
        BiConsumer<Account, CallParty> mailbox) {

    /** Guards against what nobody has decided. */
    public Routing {
        Objects.requireNonNull(way);
        Objects.requireNonNull(undisturbed);
        Objects.requireNonNull(busy);
        Objects.requireNonNull(unanswered);
        Objects.requireNonNull(rings);
        Objects.requireNonNull(mailbox);
    }
}

package callbot.call.card;

import callbot.signin.Scope;
import callbot.signin.User;
import java.util.Optional;

/**
 * What the card of a call can offer because its user has granted it, which not everybody is asked to.
 *
 * @param blocking to change what is set for the line
 * @param recordings to see the recordings of calls
 */
public record Granted(boolean blocking, boolean recordings) {

    static final Granted NOTHING = new Granted(false, false);

    /** What Webex has said that this user has granted. */
    public static Granted to(Optional<User> user) {
        return user.map(one -> new Granted(
                        Scope.TO_CHANGE_SETTINGS.stream().allMatch(one::surelyGrants),
                        one.surelyGrants(Scope.RECORDINGS_READ)))
                .orElse(NOTHING);
    }
}

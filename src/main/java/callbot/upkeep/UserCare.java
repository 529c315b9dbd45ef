package callbot.upkeep;

import callbot.call.Monitoring;
import callbot.signin.AccessTokens;
import callbot.signin.NotSignedInException;
import callbot.signin.User;
import callbot.tunnel.TunnelException;
import callbot.webex.WebexException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Looks after one user: whether the user is still welcome, the permission alive, the webhook where it should be. */
public final class UserCare {

    private final System.Logger log = System.getLogger(UserCare.class.getName());
    private final Predicate<User> welcome;
    private final Consumer<User> farewell;
    private final Consumer<User> warning;
    private final AccessTokens tokens;
    private final Monitoring monitoring;

    /**
     * Care in the name of users, by tokens and webhooks whose client waits for nothing.
     *
     * @param welcome who may talk to the bot
     * @param farewell forgets one who may not
     * @param warning tells one that the permission ends within a week
     */
    public UserCare(
            Predicate<User> welcome,
            Consumer<User> farewell,
            Consumer<User> warning,
            AccessTokens tokens,
            Monitoring monitoring) {
        this.welcome = welcome;
        this.farewell = farewell;
        this.warning = warning;
        this.tokens = tokens;
        this.monitoring = monitoring;
    }

    /**
     * Looks after this user. What costs the user's sign-in is kept as news, see {@link callbot.signin.Users#ended}.
     *
     * @param told whether this deployment is the one that is told of anything; else webhooks stay as they are
     * @return after which time to look again, zero if Webex has not said; absent if that can wait for the walk
     * @throws callbot.store.StoreUnavailableException if the store is away
     */
    public Optional<Duration> look(User user, boolean told) {
        try {
            if (!welcome.test(user)) {
                farewell.accept(user);
                return Optional.empty();
            }
            tokens.keepFresh(user.id());
            tokens.takeWarning(user.id()).ifPresent(warning);
            if (told) monitoring.keepHook(user.id());
            return Optional.empty();
        } catch (NotSignedInException e) {
            return Optional.empty();
        } catch (WebexException | TunnelException e) {
            log.log(Level.WARNING, "event=upkeep.failed person={0} reason=\"{1}\"", user.id(), e.getMessage());
            return e instanceof WebexException webex ? wait(webex) : Optional.of(Duration.ZERO);
        }
    }

    /** What Webex refuses for good is no better in a minute. */
    private static Optional<Duration> wait(WebexException failure) {
        return switch (failure) {
            case WebexException.Refused refused when refused.retryAfter().isPresent() -> refused.retryAfter();
            case WebexException.Refused refused when refused.status() < 500 -> Optional.empty();
            default -> Optional.of(Duration.ZERO);
        };
    }
}

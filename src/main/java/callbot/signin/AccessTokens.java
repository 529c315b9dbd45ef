package callbot.signin;

import callbot.store.Lease;
import callbot.store.StateStore;
import callbot.webex.OAuth;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.messaging.Person;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Acts in the name of users. Access tokens are renewed before they run out, once for all who need them at that moment, in
 * whichever instance they are; the old one stays in use until the new one is stored. Only Webex's word that the permission
 * has ended signs a user out: a failure on the way there does not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, refreshing an access token</a>
 */
public final class AccessTokens {

    private static final Duration COMMAND_MARGIN = Duration.ofMinutes(5);
    private static final Duration BACKGROUND_MARGIN =
            Duration.ofHours(9); // until the user is looked after again, and a bit
    private static final Duration WARNING = Duration.ofDays(7);
    private static final Duration LEASE = Duration.ofSeconds(40); // a refresh with all its repeats takes 30
    private static final Duration POLL = Duration.ofMillis(100);

    private final System.Logger log = System.getLogger(AccessTokens.class.getName());
    private final Users users;
    private final OAuth oauth;
    private final StateStore store;
    private final Clock clock;

    /** Access tokens of these users; the store holds the leases by which instances agree who refreshes. */
    public AccessTokens(Users users, OAuth oauth, StateStore store, Clock clock) {
        this.users = users;
        this.oauth = oauth;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Does something in this user's name, for which the user must have granted this. If Webex takes the token for invalid, it is renewed and the action done again:
     * what was refused with 401 has not happened.
     *
     * @throws NotSignedInException if the user has not signed in, or not granted it as far as is known, or the permission has ended, or Webex does not take the
     *     renewed token either, which may be the same one
     * @throws WebexException whatever the action, or the renewal of a token that is no longer good, fails with
     */
    public <T> T actAs(String personId, List<Scope> needed, Function<Secret, T> action) {
        return actAs(users.find(personId), needed, action);
    }

    /**
     * The same for a user who was just looked for.
     *
     * @param looked absent if this person has not signed in
     */
    public <T> T actAs(Optional<User> looked, List<Scope> needed, Function<Secret, T> action) {
        User found = looked.orElseThrow(NotSignedInException::unknown);
        for (Scope scope : needed) {
            if (!found.grants(scope)) throw NotSignedInException.without(scope);
        }
        User user = found.tokens().expireWithin(COMMAND_MARGIN, clock.instant()) ? renewedIfPossible(found) : found;
        try {
            return action.apply(user.tokens().access());
        } catch (WebexException.Refused refused) {
            if (refused.status() != 401) throw refused;
            return again(user, action);
        }
    }

    private <T> T again(User user, Function<Secret, T> action) {
        Secret renewed = renewed(user).tokens().access();
        try {
            return action.apply(renewed);
        } catch (WebexException.Refused refused) {
            if (refused.status() != 401) throw refused;
            throw NotSignedInException.refused();
        }
    }

    /** Does something in this user's name that has no result; otherwise like {@link #actAs}. */
    public void runAs(String personId, List<Scope> needed, Consumer<Secret> action) {
        actAs(personId, needed, token -> {
            action.accept(token);
            return token;
        });
    }

    /**
     * Renews the user's token if it runs out before it is looked at again, so that a user who says nothing for months stays
     * signed in.
     *
     * @throws NotSignedInException if the permission has ended
     */
    public void keepFresh(String personId) {
        User user = current(personId);
        if (user.tokens().expireWithin(BACKGROUND_MARGIN, clock.instant())) renewed(user);
    }

    /**
     * The user, if it is to be told now that the permission ends within a week and can only be had anew. Whoever asks must
     * tell: it is said once.
     */
    public Optional<User> takeWarning(String personId) {
        return users.find(personId)
                .filter(user -> !user.warned() && user.tokens().endWithin(WARNING, clock.instant()))
                .filter(user -> users.replace(user, user.nowWarned()));
    }

    private User current(String personId) {
        return users.find(personId).orElseThrow(NotSignedInException::unknown);
    }

    /** A token that still lives for a while is good enough when it cannot be renewed just now. */
    private User renewedIfPossible(User user) {
        if (isStillGood(user) && store.get(lease(user)).isPresent()) return user; // somebody is at it
        try {
            return renewed(user);
        } catch (WebexException e) {
            if (isStillGood(user)) return user;
            throw e;
        }
    }

    private boolean isStillGood(User user) {
        return !user.tokens().expireWithin(Duration.ZERO, clock.instant());
    }

    private User renewed(User user) {
        Optional<Lease> taken = Lease.take(store, lease(user), LEASE);
        if (taken.isEmpty()) return renewedByAnother(user, lease(user));
        Lease lease = taken.get();
        try (lease) {
            User latest = current(user.id());
            return latest.tokens().equals(user.tokens()) ? refresh(latest) : latest;
        }
    }

    /** Whoever signed out, or in anew, in the meantime has the last word, whatever comes of the refresh. */
    private User refresh(User user) {
        Optional<Secret> refreshToken = user.tokens().refresh();
        if (refreshToken.isEmpty()) return ended(user);
        try {
            OAuth.Grant grant = oauth.refresh(refreshToken.get());
            User renewed = user.with(user.tokens().renewed(grant, clock.instant()));
            return users.replace(user, renewed) ? renewed : current(user.id());
        } catch (WebexException e) {
            if (!OAuth.meansPermissionEnded(e)) throw e;
            return ended(user);
        }
    }

    private User ended(User user) {
        if (!users.end(user)) return current(user.id());
        log.log(Level.INFO, "event=permission.ended person={0}", user.id());
        throw NotSignedInException.unknown();
    }

    private User renewedByAnother(User user, String lease) {
        while (store.get(lease).isPresent()) {
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return user;
            }
        }
        return current(user.id());
    }

    private static String lease(User user) {
        return "lease:refresh:" + Person.key(user.id());
    }
}

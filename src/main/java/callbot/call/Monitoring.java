package callbot.call;

import callbot.command.AccountCommand.Monitor.Mode;
import callbot.signin.AccessTokens;
import callbot.signin.NotSignedInException;
import callbot.signin.Scope;
import callbot.store.StateStore;
import callbot.tunnel.PublicUrl;
import callbot.webex.WebexException;
import callbot.webex.messaging.Person;
import callbot.webhook.WebhookRegistration;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is told of his calls, and in which way; and that Webex tells us of them.
 *
 * <pre>
 *   monitor:PERSON   ON | JSON, and "heard" when an event has come since; OFF while Webex may still send some
 * </pre>
 */
public final class Monitoring {

    /** What the keys of the modes begin with. */
    public static final String MODE = "monitor:";

    private final System.Logger log = System.getLogger(Monitoring.class.getName());
    private final StateStore store;
    private final AccessTokens tokens;
    private final WebhookRegistration registration;
    private final PublicUrl publicUrl;

    /**
     * How a user is followed.
     *
     * @param heard whether an event has come since it was switched on
     */
    private record Following(Mode mode, boolean heard) {

        private static final String HEARD = " heard";

        static Following read(String stored) {
            return new Following(Mode.valueOf(stored.split(" ")[0]), stored.endsWith(HEARD));
        }

        String stored() {
            return mode.name() + (heard ? HEARD : "");
        }
    }

    /** Monitoring by webhooks that lead to the public address. */
    public Monitoring(StateStore store, AccessTokens tokens, WebhookRegistration registration, PublicUrl publicUrl) {
        this.store = store;
        this.tokens = tokens;
        this.registration = registration;
        this.publicUrl = publicUrl;
    }

    /** Begins to tell this user, in this way, or stops to. */
    public void set(String personId, Mode mode) {
        if (mode == Mode.OFF) {
            stop(personId);
        } else {
            boolean heard = isHeard(personId);
            ensureHook(personId);
            store.put(key(personId), new Following(mode, heard).stored(), StateStore.FOREVER);
        }
    }

    /** In which way this user is told. */
    public Mode mode(String personId) {
        return following(personId).map(Following::mode).orElse(Mode.OFF);
    }

    /**
     * In which way this user is told, now that an event of a call has come. Webex takes a webhook also where it will never send
     * anything to it, so only an event shows that it does.
     */
    public Mode modeOnEvent(String personId) {
        Optional<Following> found = following(personId);
        found.filter(one -> one.mode() != Mode.OFF && !one.heard())
                .ifPresent(one -> store.replace(
                        key(personId), one.stored(), new Following(one.mode(), true).stored(), StateStore.FOREVER));
        return found.map(Following::mode).orElse(Mode.OFF);
    }

    /** Whether an event of this user's calls has come since it was switched on. */
    public boolean isHeard(String personId) {
        return following(personId).filter(Following::heard).isPresent();
    }

    /** How many are told, or no longer are but may still have a webhook at Webex. */
    public int followed() {
        return store.keys(MODE).size();
    }

    /** Those of them, by their keys. */
    public Set<String> people() {
        return store.keys(MODE).stream()
                .map(key -> key.substring(MODE.length()))
                .collect(Collectors.toSet());
    }

    /** Makes this user's webhook as it should be: there if the user is told, gone if it could not be removed before. */
    public void keepHook(String personId) {
        Optional<Following> found = following(personId);
        if (found.isEmpty()) return;
        if (found.get().mode() == Mode.OFF) {
            removeHook(personId);
        } else {
            ensureHook(personId);
            if (mode(personId) == Mode.OFF) removeHook(personId); // it was switched off meanwhile
        }
    }

    /**
     * Stops to tell this user. Whether Webex sends no more news either; if it does, they are ignored, and it is tried again
     * when one comes.
     */
    public boolean stop(String personId) {
        if (following(personId).isEmpty()) return true;
        store.put(key(personId), Mode.OFF.name(), StateStore.FOREVER);
        return hasNoHook(personId);
    }

    /**
     * An event has come of a user who is not told. Either it was under way when that was switched off, or the webhook could not
     * be removed then; it is tried again.
     */
    public void unwanted(String personId) {
        hasNoHook(personId);
    }

    private boolean hasNoHook(String personId) {
        try {
            removeHook(personId);
            return true;
        } catch (WebexException | NotSignedInException e) {
            log.log(Level.WARNING, "event=monitor.hook-left person={0} reason=\"{1}\"", personId, e.getMessage());
            return false;
        }
    }

    private void ensureHook(String personId) {
        tokens.runAs(
                personId,
                List.of(Scope.CALLS_READ),
                token -> registration.ensureUserHooks(token, personId, publicUrl.current()));
    }

    private void removeHook(String personId) {
        tokens.runAs(personId, List.of(), registration::removeUserHooks);
        store.delete(key(personId), Mode.OFF.name());
    }

    /** In which way somebody is told of whom this is remembered. */
    static Mode mode(Optional<String> stored) {
        return stored.map(Following::read).map(Following::mode).orElse(Mode.OFF);
    }

    private Optional<Following> following(String personId) {
        return store.get(key(personId)).map(Following::read);
    }

    static String key(String personId) {
        return MODE + Person.key(personId);
    }
}

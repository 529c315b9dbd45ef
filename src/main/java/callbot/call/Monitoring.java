package callbot.call;

import callbot.command.Command.Monitor.Mode;
import callbot.signin.AccessTokens;
import callbot.signin.NotSignedInException;
import callbot.store.StateStore;
import callbot.tunnel.PublicUrl;
import callbot.webex.Person;
import callbot.webex.WebexException;
import callbot.webhook.WebhookRegistration;
import java.lang.System.Logger.Level;
import java.util.List;

/** Who is told of his calls, and in which way; and that Webex tells us of them. */
public final class Monitoring {

    static final String MODE = "monitor:";

    private final System.Logger log = System.getLogger(Monitoring.class.getName());
    private final StateStore store;
    private final AccessTokens tokens;
    private final WebhookRegistration registration;
    private final PublicUrl publicUrl;

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
            ensureHook(personId);
            store.put(MODE + Person.key(personId), mode.name(), StateStore.FOREVER);
        }
    }

    /** In which way this user is told. */
    public Mode mode(String personId) {
        return store.get(MODE + Person.key(personId)).map(Mode::valueOf).orElse(Mode.OFF);
    }

    /** All who are told. */
    public List<String> followed() {
        return store.keys(MODE).stream()
                .map(key -> key.substring(MODE.length()))
                .toList();
    }

    /** Repairs the webhook of a user who is told, if it needs to be. */
    public void keepHook(String personId) {
        ensureHook(personId);
        if (mode(personId) == Mode.OFF) removeHook(personId); // it was switched off meanwhile
    }

    /** Stops to tell this user. Whether Webex sends no more news either; if it does, they are ignored. */
    public boolean stop(String personId) {
        store.delete(MODE + Person.key(personId));
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
        tokens.runAs(personId, token -> registration.ensureCallHook(token, personId, publicUrl.current()));
    }

    private void removeHook(String personId) {
        tokens.runAs(personId, registration::removeCallHook);
    }
}

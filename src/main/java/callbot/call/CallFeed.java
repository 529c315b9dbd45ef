package callbot.call;

import callbot.command.Command.Monitor.Mode;
import callbot.signin.AccessTokens;
import callbot.signin.NotSignedInException;
import callbot.store.StateStore;
import callbot.tunnel.PublicUrl;
import callbot.webex.Draft;
import callbot.webex.Markdown;
import callbot.webex.Messages;
import callbot.webex.WebexException;
import callbot.webhook.WebhookEvent.CallChanged;
import callbot.webhook.WebhookRegistration;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells users about their calls as they happen, if they want that. */
public final class CallFeed {

    private static final String MODE = "monitor:";
    private static final String VIEW = "call:";
    private static final Duration VIEW_LIFETIME = Duration.ofHours(24);

    private final System.Logger log = System.getLogger(CallFeed.class.getName());
    private final StateStore store;
    private final AccessTokens tokens;
    private final WebhookRegistration registration;
    private final PublicUrl publicUrl;
    private final Messages messages;

    /** A feed that has itself be told of calls at the public address. */
    public CallFeed(
            StateStore store,
            AccessTokens tokens,
            WebhookRegistration registration,
            PublicUrl publicUrl,
            Messages messages) {
        this.store = store;
        this.tokens = tokens;
        this.registration = registration;
        this.publicUrl = publicUrl;
        this.messages = messages;
    }

    /** Begins to tell this user, in this way, or stops to. */
    public void set(String personId, Mode mode) {
        if (mode == Mode.OFF) {
            stop(personId);
        } else {
            ensureHook(personId);
            store.put(MODE + personId, mode.name(), StateStore.FOREVER);
        }
    }

    /** In which way this user is told. */
    public Mode mode(String personId) {
        return store.get(MODE + personId).map(Mode::valueOf).orElse(Mode.OFF);
    }

    /** When a call of this user last changed, as far as is known of the last 24 hours. */
    public Optional<Instant> lastChange(String personId) {
        return store.keys(VIEW + personId + ":").stream()
                .flatMap(key -> store.get(key).stream())
                .map(stored -> CallView.parse(stored).at())
                .max(Comparator.naturalOrder());
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

    /**
     * Takes note of a change, and tells the user if it matters.
     *
     * @param late whether it was left lying for a while: then it is no news any more that it rings
     */
    public void changed(CallChanged event, boolean late) {
        Mode mode = mode(event.personId());
        if (mode == Mode.OFF) return; // a delivery that was under way when it was switched off

        String key = VIEW + event.personId() + ":" + event.call().id();
        Optional<CallView> before = store.get(key).map(CallView::parse);
        CallView seen = CallView.of(event);
        CallView now = before.map(seen::and).orElse(seen);
        told(event, mode, before, now, late).ifPresent(draft -> messages.tell(event.personId(), draft));
        if (!before.equals(Optional.of(now)))
            store.put(key, now.stored(), VIEW_LIFETIME); // rather told twice than never
    }

    /** Stops to tell this user. Whether Webex sends no more news either; if it does, they are ignored. */
    public boolean stop(String personId) {
        store.delete(MODE + personId);
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

    private static Optional<Draft> told(
            CallChanged event, Mode mode, Optional<CallView> before, CallView now, boolean late) {
        if (mode == Mode.JSON) return Optional.of(raw(event));
        if (late && now.phase() != CallView.Phase.OVER) return Optional.empty();
        return CallStory.tell(event.call().id(), before, now);
    }

    private static Draft raw(CallChanged event) {
        return Draft.text(
                "Call event:\n" + Markdown.codeBlock("json", event.data().toPrettyString()));
    }
}

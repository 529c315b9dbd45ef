package callbot.chat.recording;

import callbot.call.Monitoring;
import callbot.command.AccountCommand.Monitor.Mode;
import callbot.line.Voicemail;
import callbot.signin.NotSignedInException;
import callbot.signin.TimeText;
import callbot.signin.Users;
import callbot.store.StateStore;
import callbot.webex.WebexException;
import callbot.webex.calling.VoiceMessage;
import callbot.webex.messaging.Messages;
import callbot.webex.messaging.Person;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Shows users who get cards what was just left on their voicemail. Webex tells only that something about the voicemail has
 * changed; what, has to be looked up.
 *
 * <pre>
 *   voicemail:PERSON   when the newest voice message was left that has been shown
 * </pre>
 */
public final class VoicemailNews {

    /** What its keys begin with. */
    public static final String KEYS = "voicemail:";

    /** What was left before is no news to whoever has just begun to be told. */
    private static final Duration NEWS = Duration.ofMinutes(10);

    private final System.Logger log = System.getLogger(VoicemailNews.class.getName());
    private final StateStore store;
    private final Voicemail voicemail;
    private final Monitoring monitoring;
    private final Messages messages;
    private final Users users;
    private final Clock clock;

    /** News for those who are monitored. */
    public VoicemailNews(
            StateStore store, Voicemail voicemail, Monitoring monitoring, Messages messages, Users users, Clock clock) {
        this.store = store;
        this.voicemail = voicemail;
        this.monitoring = monitoring;
        this.messages = messages;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Something has changed about this user's voicemail. It is looked up, in one request, and what is new is shown once, even if
     * Webex does not take it; {@code /voicemail} shows it then.
     */
    public void changed(String personId) {
        Mode mode = monitoring.mode(personId);
        if (mode == Mode.OFF) monitoring.unwanted(personId);
        if (mode != Mode.ON) return;
        try {
            show(personId, voicemail.list(personId));
        } catch (NotSignedInException | WebexException e) {
            log.log(Level.WARNING, "event=voicemail.not-shown person={0} reason=\"{1}\"", personId, e.getMessage());
        }
    }

    /** @param all newest first */
    private void show(String personId, List<VoiceMessage> all) {
        String key = KEYS + Person.key(personId);
        Optional<String> before = store.get(key);
        Instant shown =
                before.map(Instant::parse).orElseGet(() -> clock.instant().minus(NEWS));
        List<VoiceMessage> fresh = all.stream()
                .filter(message -> !message.read())
                .filter(message ->
                        message.created().filter(at -> at.isAfter(shown)).isPresent())
                .toList();
        if (fresh.isEmpty()) return;
        String now = fresh.getFirst().created().orElseThrow().toString();
        boolean mine = before.map(old -> store.replace(key, old, now, StateStore.FOREVER))
                .orElseGet(() -> store.putIfAbsent(key, now, StateStore.FOREVER));
        if (mine) messages.tell(personId, new VoicemailCard(fresh, TimeText.of(users.find(personId), clock)).draft());
    }
}

package callbot.call.feed;

import callbot.call.CallControl;
import callbot.call.Monitoring;
import callbot.card.Button;
import callbot.command.AccountCommand.Monitor.Mode;
import callbot.command.value.DialString;
import callbot.signin.TimeText;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.StateStore;
import callbot.webex.calling.HistoryRecord;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Markdown;
import callbot.webex.messaging.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells users who get cards of the calls that they missed while nobody told the bot of any. */
public final class UnheardCalls {

    static final String TOLD = "unheard:";

    /** Longer than it takes to tell everybody. */
    private static final Duration MEMORY = Duration.ofHours(1);

    private static final int MOST = 5;
    private static final int MOST_BUTTONS = 3;

    private final StateStore store;
    private final CallFeed feed;
    private final Monitoring monitoring;
    private final CallControl control;
    private final Messages messages;
    private final Users users;
    private final Clock clock;

    /** Calls of which this feed has shown nothing. */
    public UnheardCalls(
            StateStore store,
            CallFeed feed,
            Monitoring monitoring,
            CallControl control,
            Messages messages,
            Users users,
            Clock clock) {
        this.store = store;
        this.feed = feed;
        this.monitoring = monitoring;
        this.control = control;
        this.messages = messages;
        this.users = users;
        this.clock = clock;
    }

    /** Those who may have to be told, by their keys. */
    public Set<String> people() {
        return monitoring.people();
    }

    /**
     * Looks for what this one missed in this time, and tells it in one message, once; nothing if there is nothing. It takes one
     * request to Webex, and one to tell.
     *
     * @throws callbot.webex.WebexException if Webex does not say, or does not take it
     * @throws callbot.signin.NotSignedInException if the permission has ended
     */
    public void tell(String personId, Instant from, Instant until) {
        Optional<User> user = users.find(personId);
        if (user.isEmpty() || monitoring.mode(personId) != Mode.ON) return;
        Recollection own = feed.recollect(personId);
        List<HistoryRecord> unheard = control.history(personId, Optional.of(HistoryRecord.Type.MISSED)).stream()
                .filter(past -> past.time()
                        .filter(at -> at.isAfter(from) && at.isBefore(until))
                        .isPresent())
                .filter(past -> !own.has(past))
                .toList();
        if (unheard.isEmpty() || !store.putIfAbsent(TOLD + personId, from.toString(), MEMORY)) return;
        messages.sendToPerson(user.get().id(), told(unheard, from, until, TimeText.of(user, clock)));
    }

    static Draft told(List<HistoryRecord> unheard, Instant from, Instant until, TimeText times) {
        List<HistoryRecord> shown = unheard.subList(0, Math.min(MOST, unheard.size()));
        String lines = shown.stream()
                .map(past -> "\n- **" + Markdown.escape(past.party().described()) + "**"
                        + past.time().map(at -> ", " + times.of(at)).orElse(""))
                .collect(Collectors.joining());
        String more = shown.size() < unheard.size() ? "\n- … and " + (unheard.size() - shown.size()) + " more" : "";
        return Draft.offering(
                "🔴 **I was away** for some of the time from " + times.of(from) + " to " + times.of(until)
                        + ", so I showed you no cards. You missed:" + lines + more,
                buttons(shown));
    }

    private static List<Button> buttons(List<HistoryRecord> shown) {
        List<Button> buttons = new ArrayList<>();
        shown.stream()
                .filter(past ->
                        past.party().number().filter(DialString::isDialable).isPresent())
                .map(past -> Button.say(
                        "Call " + past.party().title(),
                        "/dial " + past.party().number().orElseThrow()))
                .distinct()
                .limit(MOST_BUTTONS)
                .forEach(buttons::add);
        buttons.add(Button.say("Missed calls", "/history missed"));
        return buttons;
    }
}

package callbot.upkeep;

import callbot.store.Lease;
import callbot.store.StateStore;
import callbot.webex.Messages;
import callbot.webex.Messages.Message;
import callbot.webex.Person;
import callbot.webex.WebexException;
import callbot.webhook.Inbox;
import callbot.webhook.WebhookEvent.MessageCreated;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds what people wrote while this deployment was away, or could not be reached: Webex delivers nothing twice. It is put into
 * the inbox as the delivery that did not come, and as one that is too old to be acted on, whatever the clocks say. Of each person the
 * last message of the last day counts; what was delivered after all, the inbox knows already.
 */
public final class MissedMessages {

    /** How often to {@link #go}. */
    public static final Duration PAUSE = Duration.ofSeconds(20);

    /** What is younger may still be on its way here. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(15);

    /** By so much Webex's clock, which dates the messages, and the minute of the last look may be off. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final System.Logger log = System.getLogger(MissedMessages.class.getName());
    private final StateStore store;
    private final Clock clock;
    private final Position position;
    private final Messages messages;
    private final String botKey;
    private final Predicate<MessageCreated> letsIn;
    private final Inbox inbox;

    /**
     * What one instance finds.
     *
     * @param botId the bot itself
     * @param letsIn whether a message of this person costs more than a look at who sent it
     */
    public MissedMessages(
            StateStore store,
            Clock clock,
            Position position,
            Messages messages,
            String botId,
            Predicate<MessageCreated> letsIn,
            Inbox inbox) {
        this.store = store;
        this.clock = clock;
        this.position = position;
        this.messages = messages;
        this.botKey = Person.key(botId);
        this.letsIn = letsIn;
        this.inbox = inbox;
    }

    /** Looks if this deployment was away and nobody has looked since; one instance does it for all. */
    public void go() {
        Instant until = clock.instant().minus(ON_ITS_WAY);
        position.awaySince()
                .filter(since -> since.isBefore(until) && !position.standsBy())
                .ifPresent(since -> Lease.take(store, "lease:missed", LEASE).ifPresent(lease -> {
                    try (lease) {
                        look(since, until);
                    }
                }));
    }

    private void look(Instant since, Instant until) {
        Instant known = clock.instant().minus(Inbox.MEMORY); // what is older may have been done, and be forgotten
        Instant from = since.isBefore(known) ? known.plus(SLACK) : since.minus(SLACK);
        try {
            List<String> rooms = messages.directRoomsSince(from);
            long found = rooms.stream().filter(room -> find(room, from, until)).count();
            log.log(Level.INFO, "event=missed.looked since={0} rooms={1} found={2}", since, rooms.size(), found);
        } catch (WebexException.Refused e) {
            if (e.status() == 429 || e.status() >= 500) throw e;
            log.log(Level.WARNING, "event=missed.refused reason=\"{0}\"", e.getMessage()); // and would be again
        }
        position.caughtUp(since);
    }

    /** Whether somebody wrote there in this time of whom nobody told the bot. */
    private boolean find(String roomId, Instant since, Instant until) {
        return messages.newest(roomId).stream()
                .map(MissedMessages::told)
                .filter(event ->
                        !event.isFromABot() && !Person.key(event.personId()).equals(botKey))
                .findFirst()
                .filter(event -> event.created()
                        .filter(at -> at.isAfter(since) && at.isBefore(until))
                        .isPresent())
                .filter(letsIn)
                .filter(event -> inbox.acceptMissed(event) == Inbox.Acceptance.ACCEPTED)
                .isPresent();
    }

    private static MessageCreated told(Message message) {
        return new MessageCreated(
                message.id(),
                message.roomId(),
                message.roomType(),
                message.personId(),
                message.email(),
                message.created());
    }
}

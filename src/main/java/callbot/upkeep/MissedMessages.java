package callbot.upkeep;

import callbot.webex.WebexException;
import callbot.webex.messaging.Messages;
import callbot.webex.messaging.Messages.Message;
import callbot.webex.messaging.Person;
import callbot.webhook.Inbox;
import callbot.webhook.WebhookEvent.MessageCreated;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Finds what people wrote while this deployment was away, or could not be reached. It is put into the inbox as the delivery that did not come, and as one that is too old to be acted on, whatever the clocks say. Of each person the
 * last message of the last day counts; what was delivered after all, the inbox knows already.
 */
public final class MissedMessages {

    private final System.Logger log = System.getLogger(MissedMessages.class.getName());
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
    public MissedMessages(Messages messages, String botId, Predicate<MessageCreated> letsIn, Inbox inbox) {
        this.messages = messages;
        this.botKey = Person.key(botId);
        this.letsIn = letsIn;
        this.inbox = inbox;
    }

    /**
     * Puts what was written in this time, and of which nobody told the bot, into the inbox; how much that was.
     *
     * @throws WebexException if Webex has too much to do or trouble of its own; what it refuses for good is let be
     */
    long find(Instant from, Instant until) {
        try {
            return messages.directRoomsSince(from).stream()
                    .filter(room -> find(room, from, until))
                    .count();
        } catch (WebexException.Refused e) {
            if (e.status() == 429 || e.status() >= 500) throw e;
            log.log(Level.WARNING, "event=missed.refused reason=\"{0}\"", e.getMessage()); // and would be again
            return 0;
        }
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

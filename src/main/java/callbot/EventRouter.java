package callbot;

import callbot.call.feed.CallFeed;
import callbot.chat.Conversation;
import callbot.chat.recording.VoicemailNews;
import callbot.upkeep.Position;
import callbot.webhook.Task;
import callbot.webhook.Task.Progress;
import callbot.webhook.WebhookEvent;
import callbot.webhook.Worker;

/**
 * Who gets to see which event: what people say goes to the conversation, what happens to their calls to the feed, and what
 * happens to their voicemail to its news.
 */
final class EventRouter implements Worker {

    private final Conversation conversation;
    private final CallFeed feed;
    private final VoicemailNews voicemail;
    private final Position position;

    EventRouter(Conversation conversation, CallFeed feed, VoicemailNews voicemail, Position position) {
        this.conversation = conversation;
        this.feed = feed;
        this.voicemail = voicemail;
        this.position = position;
    }

    @Override
    public Progress work(Task task) {
        return switch (task.event()) {
            case WebhookEvent.MessageCreated message -> conversation.onMessage(message, task);
            case WebhookEvent.CardSubmitted press -> conversation.onCard(press, task);
            case WebhookEvent.MemberJoined joined -> conversation.onJoined(joined);
            case WebhookEvent.CallChanged change -> {
                // Another deployment of this bot tells of it.
                if (!position.standsBy()) feed.changed(change, task.attempt() != Task.Attempt.FIRST);
                yield new Progress.Done();
            }
            case WebhookEvent.ConferenceChanged change -> {
                if (!position.standsBy()) feed.conferenceChanged(change.personId());
                yield new Progress.Done();
            }
            case WebhookEvent.VoicemailChanged change -> {
                if (!position.standsBy()) voicemail.changed(change.personId());
                yield new Progress.Done();
            }
            case WebhookEvent.Ignored ignored -> new Progress.Done();
        };
    }
}

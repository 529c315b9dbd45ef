package callbot.crash;

import callbot.crash.WebexDoor.Side;

/** The steps between a message and the end of the work on it, at each of which the bot can be killed. */
enum Step {
    NOT_DELIVERED("not yet told of the message", new Moment.NotDelivered()),
    NOT_WRITTEN("told of the message, not written down yet", before("webhook.Inbox", "accept", false)),
    NOT_ACKNOWLEDGED("written down, not acknowledged yet", before("webhook.TaskRunner", "begin", false)),
    ACKNOWLEDGED("acknowledged, text not asked for yet", before("webex.messaging.Messages", "get", true)),
    TEXT_ON_ITS_WAY("Webex has sent the text, it has not come yet", at(Side.AFTER, "GET /messages/")),
    NOT_STARTED("text read, dial not marked as started yet", before("webhook.Task", "start", true)),
    STARTED("dial marked as started, not sent yet", before("webex.calling.Calls", "dial", true)),
    DIAL_UNDER_WAY("dial sent, Webex has not done it", at(Side.BEFORE, "POST /telephony/calls/dial")),
    DIAL_UNANSWERED("Webex has dialled, its answer has not come", at(Side.AFTER, "POST /telephony/calls/dial")),
    NOT_REPLIED("outcome known, reply not sent yet", before("webex.messaging.Messages", "sendToPerson", true)),
    REPLY_UNDER_WAY("reply sent, Webex has not shown it", at(Side.BEFORE, "POST /messages")),
    REPLY_UNANSWERED("Webex has shown the reply, its answer has not come", at(Side.AFTER, "POST /messages")),
    NOT_DONE("replied, not marked as done yet", before("webhook.Task", "end", true)),
    DONE("all done", new Moment.Done());

    private final String words;
    private final Moment moment;

    /** How one knows that the bot is there. */
    sealed interface Moment {

        /** Webex has the message and keeps it to itself. */
        record NotDelivered() implements Moment {}

        /** The bot is about to run this method. */
        record Before(String className, String method, boolean acknowledged) implements Moment {}

        /** Such a request is on its way. */
        record AtWebex(Side side, String request) implements Moment {}

        /** The bot has gone on to something else. */
        record Done() implements Moment {}
    }

    Step(String words, Moment moment) {
        this.words = words;
        this.moment = moment;
    }

    Moment moment() {
        return moment;
    }

    /** Whether only what changes the world comes here. */
    boolean isOfDialling() {
        return this == NOT_STARTED || this == STARTED || this == DIAL_UNDER_WAY || this == DIAL_UNANSWERED;
    }

    /** In words for the table. */
    @Override
    public String toString() {
        return words;
    }

    private static Moment before(String className, String method, boolean acknowledged) {
        return new Moment.Before("callbot." + className, method, acknowledged);
    }

    private static Moment at(Side side, String request) {
        return new Moment.AtWebex(side, request);
    }
}

package callbot.sandbox.base;

/**
 * Something that Webex may or may not do: its documentation leaves it open or says otherwise, or it has been seen only now
 * and then. Each can be switched on and off, so that a client can be tried against both.
 */
public enum Habit {
    /** Clients send, for example, a whole webhook back to change its name. */
    IGNORES_UNKNOWN_FIELDS("Fields of a request that Webex does not know are ignored."),

    /** So that a client that follows a call must go by its session. */
    CHANGES_CALL_ID_ON_PICK_UP("A click-to-dial call gets another id when the user picks up."),

    /** Together with the one before. */
    TELLS_END_OF_OLD_CALL_ID("When a call gets another id, the one with the old id is told to have ended."),

    /** Nobody is told; it stays so until the webhook is put active. */
    GIVES_UP_ON_WEBHOOKS("A webhook of which a hundred deliveries fail within five minutes is switched off."),

    /** The contract says that it cannot; clients have been seen to do it. */
    EDITS_OF_CARDS("A message with a card may be edited."),

    /** Beside the limit of 7,439 bytes for the text, there is one for what is stored, which is encrypted. */
    LIMITS_ENCRYPTED_SIZE(
            "A message that has more than 10,000 bytes when it is encrypted is refused, its card included."),

    /** No payload of such an event has been seen. */
    TELLS_OF_NO_CONFERENCE("Nothing is told of conferences, only of the calls in them."),

    /** Its documentation has an empty object for it. */
    FINDS_NO_CONFERENCE("Where there is no conference, asking for it is refused with status 404."),

    /** What the conference does that waits is not documented. */
    RESUMES_FOR_WHOEVER_IS_ADDED("A conference on hold goes on by itself when somebody is added to it."),

    /** What is said to a command that comes at the wrong time is not documented. */
    CALLS_CONFLICTS_BAD_REQUESTS("What cannot be done as things are is refused with status 400, not 409."),

    /** The webhook is documented, what it needs to be sent is not. */
    TELLS_OF_NO_VOICE_MESSAGE("Nothing is told of voice messages."),

    /** Queues have no names of their own; they are known from the caller IDs. */
    NAMES_QUEUES_BY_OTHER_IDS("A queue has another id among the caller IDs than among the queues."),

    /** An example of the documentation is all that there is. */
    FILES_RECORDINGS_BY_OTHER_SESSIONS("A recording names another session than the call that was recorded."),

    /** Of the personal assistant. */
    KEEPS_THE_END_OF_ABSENCE("When somebody is away until further notice, an end that was set before stays."),

    /** The store of messages lags behind the webhooks. */
    FINDS_MESSAGES_LATE("A new message is not found when it is first asked for."),

    /** Seen at the token endpoint instead of {@code invalid_grant}. */
    CALLS_DEAD_TOKENS_INVALID_REQUESTS(
            "A refresh token that is dead is refused as invalid_request, not as invalid_grant."),

    /** The ids differ, the UUIDs inside are the same. */
    NAMES_PEOPLE_BY_REGION("Webhooks name people by ids of another form: that of a region."),

    /** A boolean in a webhook's data comes as a string. */
    WRITES_FLAGS_AS_TEXT("In webhooks, true and false come as text."),

    /** A string of digits in a webhook's data comes as a JSON number. */
    WRITES_DIGITS_AS_NUMBERS("In webhooks, phone numbers come as JSON numbers."),

    /** A list that is incomplete. */
    LISTS_NO_CALLS_EVERY_OTHER_TIME("Every other list of a user's calls is empty."),

    /** Of a call's event. */
    OMITS_PERSONALITY("Webhooks about calls lack the personality."),

    /** Of a call's event. */
    OMITS_STATE("Webhooks about calls lack the state."),

    /** Of a call's event. */
    OMITS_EVENT_TIMESTAMP("Webhooks about calls lack the time of the event."),

    /** Of a message's or membership's event. */
    OMITS_PERSON_EMAIL("Webhooks lack the e-mail address of the person."),

    /** Of a message's or membership's event. */
    OMITS_ROOM_TYPE("Webhooks lack the type of the room.");

    private final String told;

    Habit(String told) {
        this.told = told;
    }

    /** What Webex does while this is on: a sentence. */
    public String told() {
        return told;
    }
}

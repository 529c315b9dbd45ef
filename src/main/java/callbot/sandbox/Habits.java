package callbot.sandbox;

/** What Webex does here where it is not known what it does, or where it takes more than it says. Set from outside. */
final class Habits {

    private volatile boolean editsOfCards;
    private volatile boolean ignoresUnknownFields;
    private volatile boolean changesCallIdOnPickUp = true;
    private volatile boolean tellsEndOfOldCallId = true;

    /** Whether the author of a card may edit it, although the contract says not. */
    boolean editsOfCards() {
        return editsOfCards;
    }

    void editsOfCards(boolean allowed) {
        editsOfCards = allowed;
    }

    /** Whether what the contract does not know is ignored instead of refused. */
    boolean ignoresUnknownFields() {
        return ignoresUnknownFields;
    }

    void ignoresUnknownFields(boolean ignored) {
        ignoresUnknownFields = ignored;
    }

    /** Whether a click-to-dial call gets another id when the user picks up. */
    boolean changesCallIdOnPickUp() {
        return changesCallIdOnPickUp;
    }

    void changesCallIdOnPickUp(boolean changed) {
        changesCallIdOnPickUp = changed;
    }

    /** Whether the owner is told then that the call with the old id is over. */
    boolean tellsEndOfOldCallId() {
        return tellsEndOfOldCallId;
    }

    void tellsEndOfOldCallId(boolean told) {
        tellsEndOfOldCallId = told;
    }
}

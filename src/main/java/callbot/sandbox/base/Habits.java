package callbot.sandbox.base;

/** What Webex does here where it is not known what it does, or where it takes more than it says. Set from outside. */
public final class Habits {

    private volatile boolean editsOfCards;
    private volatile boolean ignoresUnknownFields;
    private volatile boolean changesCallIdOnPickUp = true;
    private volatile boolean tellsEndOfOldCallId = true;

    /** Whether the author of a card may edit it, although the contract says not. */
    public boolean editsOfCards() {
        return editsOfCards;
    }

    public void editsOfCards(boolean allowed) {
        editsOfCards = allowed;
    }

    /** Whether what the contract does not know is ignored instead of refused. */
    public boolean ignoresUnknownFields() {
        return ignoresUnknownFields;
    }

    public void ignoresUnknownFields(boolean ignored) {
        ignoresUnknownFields = ignored;
    }

    /** Whether a click-to-dial call gets another id when the user picks up. */
    public boolean changesCallIdOnPickUp() {
        return changesCallIdOnPickUp;
    }

    public void changesCallIdOnPickUp(boolean changed) {
        changesCallIdOnPickUp = changed;
    }

    /** Whether the owner is told then that the call with the old id is over. */
    public boolean tellsEndOfOldCallId() {
        return tellsEndOfOldCallId;
    }

    public void tellsEndOfOldCallId(boolean told) {
        tellsEndOfOldCallId = told;
    }
}

package callbot.command;

/** Which of the user's calls is meant. */
public sealed interface CallChoice {

    /** Whichever fits; if several do, the user is asked. */
    record WhicheverFits() implements CallChoice {}

    /** The n-th in the list that was shown last, from 1. */
    record Numbered(int number) implements CallChoice {}

    /**
     * This one: a button says so.
     *
     * @param sessionId outlives the id, which may change while a call is set up
     */
    record ThisOne(String callId, String sessionId) implements CallChoice {}
}

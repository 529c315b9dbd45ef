package callbot.sandbox.calls.switchboard;

/** What becomes of a call that comes for a user. */
public sealed interface Way {

    /** His phones ring. */
    record Ring() implements Way {}

    /** It rings at this destination instead. @param reason as Webex names it, such as "busy" */
    record Forward(String destination, String reason) implements Way {}

    /** His voicemail takes it at once. */
    record Voicemail() implements Way {}

    /** It does not get through, and he never hears of it. */
    record Refuse() implements Way {}
}

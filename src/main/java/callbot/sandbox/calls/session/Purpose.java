package callbot.sandbox.calls.session;

/** What happens when a user takes the call by which his own phone asks for him. */
public sealed interface Purpose {

    /** This number is called. */
    record Dial(String destination) implements Purpose {}

    /** The call that is parked here comes back. */
    record Retrieve(String number) implements Purpose {}

    /** Somebody else's ringing call is answered. */
    record PickUp(CallLeg ringing) implements Purpose {}

    /** The user joins somebody else's call. */
    record BargeIn(CallLeg target) implements Purpose {}

    /** The user's own call comes over from another device. */
    record Pull(CallLeg own) implements Purpose {}
}

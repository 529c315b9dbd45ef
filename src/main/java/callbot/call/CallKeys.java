package callbot.call;

import java.util.List;

/** The keys under which it is remembered what is a person's own. */
public final class CallKeys {

    /** How they begin. The person's id follows, and then perhaps a colon or a slash and more. */
    public static final List<String> PERSONAL = List.of(
            Monitoring.MODE, Devices.CHOSEN, FollowedCalls.CALL, FollowedCalls.OPEN, ShownCalls.SHOWN, JustBegun.BEGUN);

    private CallKeys() {}
}

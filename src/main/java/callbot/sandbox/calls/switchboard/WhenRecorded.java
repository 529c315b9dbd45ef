package callbot.sandbox.calls.switchboard;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import java.time.Duration;

/** Is told of each call of a user that was recorded, when it is over. */
@FunctionalInterface
public interface WhenRecorded {

    /**
     * A call is over that was recorded, at least for a while.
     *
     * @param sessionId as calls have it
     * @param talked how long they talked
     */
    void over(Account owner, String sessionId, CallParty remote, Duration talked);
}

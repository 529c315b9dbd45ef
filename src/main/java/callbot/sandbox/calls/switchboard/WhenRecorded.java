package callbot.sandbox.calls.switchboard;

import callbot.sandbox.base.Party;
import callbot.sandbox.base.Person;
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
    void over(Person owner, String sessionId, Party remote, Duration talked);
}

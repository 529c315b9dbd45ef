package callbot.chat.call;

import callbot.call.CallControl;
import callbot.call.Devices;
import callbot.call.feed.CallFeed;
import callbot.signin.TimeText;
import callbot.signin.Users;
import java.time.Clock;

/** What the commands about calls work with: the calls of a line, its devices, and the names of people. */
public record Line(
        CallControl calls,
        Devices devices,
        CallFeed feed,
        PersonSearch people,
        ChosenNames names,
        Users users,
        Clock clock) {

    TimeText times(String personId) {
        return TimeText.of(users.find(personId), clock);
    }
}

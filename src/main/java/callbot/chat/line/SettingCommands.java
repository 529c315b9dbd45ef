package callbot.chat.line;

import callbot.chat.recording.RecordingCommands;
import callbot.line.Absence;
import callbot.line.Blocking;
import callbot.line.CallerIds;
import callbot.line.Forwarder;
import callbot.line.Phones;
import callbot.line.Queueing;
import callbot.line.Reaching;
import callbot.line.RecordedCalls;
import callbot.signin.AccessTokens;
import callbot.signin.Users;
import callbot.webex.calling.CallRecordings;
import callbot.webex.line.LineSettings;
import java.time.Clock;

/** The commands about what Webex keeps for a user's line, and the bot does not. */
public record SettingCommands(
        ForwardCommands forwarding,
        BlockCommands blocking,
        AwayCommands away,
        ReachCommands reach,
        RecordingCommands recordings,
        QueueCommands queues,
        CallerIdCommands callerIds,
        PhoneCommands phones) {

    /** Commands of whoever has signed in. */
    public static SettingCommands of(
            LineSettings settings, CallRecordings recordings, AccessTokens tokens, Users users, Clock clock) {
        return new SettingCommands(
                new ForwardCommands(new Forwarder(settings, tokens)),
                new BlockCommands(new Blocking(settings, tokens)),
                new AwayCommands(new Absence(settings, tokens, clock), users, clock),
                new ReachCommands(new Reaching(settings, tokens)),
                new RecordingCommands(new RecordedCalls(recordings, tokens), users, clock),
                new QueueCommands(new Queueing(settings, tokens)),
                new CallerIdCommands(new CallerIds(settings, tokens)),
                new PhoneCommands(new Phones(settings, tokens)));
    }
}

package callbot.chat;

import callbot.line.Blocking;
import callbot.line.CallerIds;
import callbot.line.Forwarder;
import callbot.line.Phones;
import callbot.line.Queueing;
import callbot.signin.AccessTokens;
import callbot.webex.LineSettings;

/** The commands about what Webex keeps for a user's line, and the bot does not. */
public record SettingCommands(
        ForwardCommands forwarding,
        BlockCommands blocking,
        QueueCommands queues,
        CallerIdCommands callerIds,
        PhoneCommands phones) {

    /** Commands of whoever has signed in. */
    public static SettingCommands of(LineSettings settings, AccessTokens tokens) {
        return new SettingCommands(
                new ForwardCommands(new Forwarder(settings, tokens)),
                new BlockCommands(new Blocking(settings, tokens)),
                new QueueCommands(new Queueing(settings, tokens)),
                new CallerIdCommands(new CallerIds(settings, tokens)),
                new PhoneCommands(new Phones(settings, tokens)));
    }
}

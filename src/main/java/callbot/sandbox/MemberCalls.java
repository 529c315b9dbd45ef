package callbot.sandbox;

import java.util.List;
import java.util.Map;

/**
 * The few call commands that Webex has under {@code members/me} as well. Those for other members are not simulated: they
 * are for service apps, of which there is none here.
 */
final class MemberCalls {

    private static final Map<String, String> PATHS = Map.of(
            "/telephony/calls", "/telephony/calls/members/me/calls",
            "/telephony/calls/{callId}", "/telephony/calls/members/me/calls/{callId}",
            "/telephony/calls/dial", "/telephony/calls/members/me/dial",
            "/telephony/calls/answer", "/telephony/calls/members/me/answer",
            "/telephony/calls/hangup", "/telephony/calls/members/me/hangup");

    private MemberCalls() {}

    static List<Operation> among(List<Operation> commands) {
        return commands.stream()
                .filter(command -> PATHS.containsKey(command.path()))
                .map(command -> command.at(PATHS.get(command.path())))
                .toList();
    }
}

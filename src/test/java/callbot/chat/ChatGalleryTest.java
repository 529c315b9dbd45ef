package callbot.chat;

import callbot.call.ConferenceControl.Seen;
import callbot.call.Devices.Device;
import callbot.call.feed.Recollection;
import callbot.chat.account.StatusCard;
import callbot.chat.call.ActionWords;
import callbot.chat.call.CallListCard;
import callbot.chat.call.ConferenceCard;
import callbot.chat.call.DeviceCard;
import callbot.chat.call.HistoryCard;
import callbot.chat.call.NaturalAnswers;
import callbot.chat.call.PersonSearch.Found;
import callbot.chat.call.PersonSearch.Match;
import callbot.chat.failure.SignInCard;
import callbot.chat.line.AwayCommands;
import callbot.chat.line.BlockCommands;
import callbot.chat.line.BlockedCard;
import callbot.chat.line.CallerIdCard;
import callbot.chat.line.CallerIdCommands;
import callbot.chat.line.ForwardCommands;
import callbot.chat.line.PhoneCommands;
import callbot.chat.line.QueueCommands;
import callbot.chat.line.QuietCommands;
import callbot.chat.line.ReachCard;
import callbot.chat.line.ReachCommands;
import callbot.chat.recording.RecordingCommands;
import callbot.chat.recording.RecordingsCard;
import callbot.chat.recording.VoicemailCard;
import callbot.chat.recording.VoicemailCommands;
import callbot.command.AwayReason;
import callbot.command.BlockChange;
import callbot.command.CallAction;
import callbot.command.CallChoice.ThisOne;
import callbot.command.ForwardWhen;
import callbot.command.LineCommand;
import callbot.command.Query;
import callbot.command.Query.History.Kind;
import callbot.command.QueueChange.Standing;
import callbot.command.ReachChange;
import callbot.command.RecordingChoice;
import callbot.command.Remark;
import callbot.command.parser.CommandParser;
import callbot.command.value.AwayUntil;
import callbot.command.value.DialString;
import callbot.command.value.QuietUntil;
import callbot.line.Absence;
import callbot.line.Blocking;
import callbot.line.CallerIds;
import callbot.line.Forwarder;
import callbot.line.Forwarder.Target;
import callbot.line.Phones;
import callbot.line.Queueing;
import callbot.line.Quiet;
import callbot.line.Reaching;
import callbot.signin.TimeText;
import callbot.testing.CardGallery;
import callbot.webex.calling.Call;
import callbot.webex.calling.Call.Personality;
import callbot.webex.calling.Call.State;
import callbot.webex.calling.CallRecording;
import callbot.webex.calling.CallRecordings;
import callbot.webex.calling.Conference;
import callbot.webex.calling.Conference.Participant;
import callbot.webex.calling.Endpoint;
import callbot.webex.calling.HistoryRecord;
import callbot.webex.calling.HistoryRecord.Type;
import callbot.webex.calling.Party;
import callbot.webex.calling.RecordingLinks;
import callbot.webex.calling.VoiceMessage;
import callbot.webex.calling.VoiceMessageId;
import callbot.webex.line.AgentQueue;
import callbot.webex.line.AnswerPhone;
import callbot.webex.line.BlockedNumber;
import callbot.webex.line.CallerIdChoice;
import callbot.webex.line.ReachNumber;
import callbot.webex.line.SimultaneousRing;
import callbot.webex.line.SingleNumberReach;
import callbot.webex.messaging.Draft;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages that belong to no room. Those of single calls are in another gallery. */
class ChatGalleryTest {

    private static final HelpText HELP = new HelpText(new CommandParser("Callbot"), true, true);

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void isDrawn(String name, Draft draft) {
        CardGallery.hang(name, draft);
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                Arguments.of("welcome", HelpText.WELCOME),
                Arguments.of("help-newcomer", HELP.overview(false, false, Set.of())),
                Arguments.of("help-user", HELP.overview(true, false, Set.of())),
                Arguments.of("help-admin", HELP.overview(true, true, Set.of())),
                Arguments.of(
                        "not-done",
                        Conversation.notDone(
                                new Said("/dial +1 408 555 0134 on my *[desk]*", Optional.empty(), Optional.empty()))),
                Arguments.of(
                        "not-done-call",
                        Conversation.notDone(
                                new Said("/hangup", Optional.of(new ThisOne("c", "s")), Optional.empty()))));
    }
}

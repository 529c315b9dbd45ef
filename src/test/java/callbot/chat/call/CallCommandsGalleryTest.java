package callbot.chat.call;

import static callbot.chat.SampleLine.DEVICES;
import static callbot.chat.SampleLine.NOW;
import static callbot.chat.SampleLine.PARTIES;
import static callbot.chat.SampleLine.TIMES;

import callbot.call.ConferenceControl.Seen;
import callbot.call.Devices.Device;
import callbot.call.feed.Recollection;
import callbot.chat.call.PersonSearch.Found;
import callbot.chat.call.PersonSearch.Match;
import callbot.command.CallAction;
import callbot.command.Query;
import callbot.command.Query.History.Kind;
import callbot.command.Remark;
import callbot.command.parser.CommandParser;
import callbot.command.value.DialString;
import callbot.testing.CardGallery;
import callbot.webex.calling.Call;
import callbot.webex.calling.Call.Personality;
import callbot.webex.calling.Call.State;
import callbot.webex.calling.Conference;
import callbot.webex.calling.Conference.Participant;
import callbot.webex.calling.HistoryRecord;
import callbot.webex.calling.HistoryRecord.Type;
import callbot.webex.messaging.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cards about calls, but those of single calls. */
class CallCommandsGalleryTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void isDrawn(String name, Draft draft) {
        CardGallery.hang(name, draft);
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
                Arguments.of("conference", conference(2, false, false)),
                Arguments.of("conference-held-muted", conference(3, true, true)),
                Arguments.of("conference-many", conference(12, false, true)),
                Arguments.of("greeting", NaturalAnswers.to(Remark.Courtesy.Kind.GREETING)),
                Arguments.of("offers", answer("hnag up")),
                Arguments.of("offers-3", answer("stop")),
                Arguments.of("not-understood", answer("**x** [y](http://evil.example) `z` " + "long ".repeat(50))),
                Arguments.of("names", names()),
                Arguments.of("list-1", list(1)),
                Arguments.of("list-3", list(3)),
                Arguments.of("list-12", list(12)),
                Arguments.of("list-which", which()),
                Arguments.of(
                        "list-uncertain",
                        list(3).after(
                                        "I was interrupted in the middle of “/dial +1 \\*” and **cannot tell whether it happened**. I will not try again by myself.")),
                Arguments.of("history-all-1", history(Optional.empty(), 20, 1)),
                Arguments.of("history-all-last", history(Optional.empty(), 20, 4)),
                Arguments.of("history-missed", history(Optional.of(Kind.MISSED), 9, 1)),
                Arguments.of("history-placed-2", history(Optional.of(Kind.PLACED), 20, 2)),
                Arguments.of("history-one", history(Optional.of(Kind.RECEIVED), 1, 1)),
                Arguments.of("devices", new DeviceCard(DEVICES, Optional.empty()).draft()),
                Arguments.of(
                        "devices-chosen",
                        new DeviceCard(DEVICES.subList(0, 2), Optional.of(new Device("2", "Webex app"))).draft()));
    }

    private static Draft conference(int others, boolean held, boolean muted) {
        List<Call> calls = IntStream.range(0, others)
                .mapToObj(CallCommandsGalleryTest::call)
                .toList();
        List<Participant> participants = IntStream.range(0, others)
                .mapToObj(i -> new Participant(i == 1 ? "another" : calls.get(i).id(), i == 1, i == 2))
                .toList();
        return new ConferenceCard(new Seen(new Conference(held, muted, participants), calls)).draft();
    }

    private static Draft list(int calls) {
        return new CallListCard("Your calls", calls(calls), calls(calls)).draft(Optional.empty(), "**Your calls**");
    }

    private static Draft which() {
        List<Call> all = calls(7);
        return new CallListCard("Which call?", all, List.of(all.get(0), all.get(5)))
                .draft(
                        Optional.of(ActionWords.of(new CallAction.Reject(CallAction.Reject.Reason.UNAVAILABLE))),
                        "Which call? Write `/reject unavailable` and its number, for example `/reject unavailable 1`.");
    }

    private static List<Call> calls(int number) {
        return IntStream.range(0, number)
                .mapToObj(CallCommandsGalleryTest::call)
                .toList();
    }

    private static Call call(int i) {
        Personality personality = i % 3 == 0 ? Personality.TERMINATOR : Personality.ORIGINATOR;
        State state = List.of(State.ALERTING, State.CONNECTED, State.HELD, State.CONNECTED, State.REMOTE_HELD)
                .get(i % 5);
        return new Call(
                "call-" + i,
                "session-" + i,
                personality,
                state,
                PARTIES.get(i % PARTIES.size()),
                Optional.of(NOW),
                Optional.empty(),
                new Call.Media(true, false, Call.Recording.OFF));
    }

    private static Draft history(Optional<Kind> kind, int number, int page) {
        List<HistoryRecord> all =
                IntStream.range(0, number).mapToObj(i -> past(kind, i)).toList();
        return new HistoryCard(kind, all, page, Recollection.NONE, TIMES).draft();
    }

    private static HistoryRecord past(Optional<Kind> kind, int i) {
        Type type = kind.map(one -> Type.valueOf(one.name())).orElse(Type.values()[i % 3]);
        Optional<Instant> time =
                Optional.of(NOW.minus(Duration.ofMinutes(i * i * 97L))).filter(any -> i != 8);
        return new HistoryRecord(type, PARTIES.get(i % PARTIES.size()), time);
    }

    private static Draft answer(String said) {
        return NaturalAnswers.to((Remark.NotUnderstood) new CommandParser("Callbot").parse(said));
    }

    private static Draft names() {
        List<Match> all = PARTIES.stream()
                .filter(party -> party.name().isPresent())
                .map(party -> new Match(
                        party.name().get(),
                        DialString.read(party.number().orElse("2044")).numbers().getFirst()))
                .toList();
        return NaturalAnswers.to(
                new Query.FindPerson("ana", "/transfer", "call 2", Optional.empty()), new Found.Matches(all));
    }
}

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
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every card that the bot writes but those of single calls. */
class ChatGalleryTest {

    private static final Instant NOW = Instant.parse("2026-03-04T13:20:00Z");
    private static final TimeText TIMES = new TimeText(NOW.atZone(ZoneId.of("Europe/Berlin")));

    private static final Map<String, String> LINE = new TreeMap<>(Map.of(
            "Sign-in", "You are signed in as alice@example.com until Tuesday 09:00; I renew that by myself.",
            "Call cards", "Monitoring is on · last update today 14:02.",
            "Do not disturb", "On until today 17:00",
            "Forwarding", "No answer to your voicemail after 3 rings",
            "Away", "No",
            "Queues", "Calls reach you, in 2 of 3",
            "Voicemail", "1 new, 4 in all",
            "Version", "callbot 1.0.0"));

    private static final List<Party> PARTIES = List.of(
            party("Maria Keller", "+14085550134"),
            new Party(Optional.empty(), Optional.empty()),
            new Party(Optional.empty(), Optional.of("+4930901820")),
            party("John Smith", "2044"),
            party("Ana Souza", "ana@example.com"),
            party("Zoë Zimmer", "+15550109999"),
            party("1. **Ana** [x](http://evil.example) _a_ <b>b</b>\n- c", "ana.smith@example.com"),
            party(
                    "Maximiliane-Alexandra Freifrau von Hohenberg-Wolkenstein (Donaudampfschifffahrtsgesellschaft)",
                    "sip:maximiliane-alexandra.von.hohenberg-wolkenstein@donaudampfschifffahrt.example.com"),
            party("مريم العتيبي 👩‍🚀", "+966501234567"),
            party("李小龍", "+85221234567"));

    private static final List<Endpoint> DEVICES = List.of(
            new Endpoint("1", "Cisco 8865 (Phone in reception area)", false),
            new Endpoint("2", "Webex app", true),
            new Endpoint("3", "*Desk* [pro]_", false),
            new Endpoint("4", "Maximiliane-Alexandra's Donaudampfschifffahrtsgesellschaftstelefon (1)", false),
            new Endpoint("5", "Maximiliane-Alexandra's Donaudampfschifffahrtsgesellschaftstelefon (2)", false));

    private final HelpText help = new HelpText(new CommandParser("Callbot"), true, true);

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void isDrawn(String name, Draft draft) {
        CardGallery.hang(name, draft);
    }

    static Stream<Arguments> drafts() {
        ChatGalleryTest gallery = new ChatGalleryTest();
        return Stream.of(
                Arguments.of("welcome", HelpText.WELCOME),
                Arguments.of("help-newcomer", gallery.help.overview(false, false, Set.of())),
                Arguments.of("help-user", gallery.help.overview(true, false, Set.of())),
                Arguments.of("help-admin", gallery.help.overview(true, true, Set.of())),
                Arguments.of("sign-in", signIn("🔑 **Sign in**, so I can control your calls.", "alice@example.com")),
                Arguments.of(
                        "sign-in-again",
                        signIn(
                                "🔑 **Your sign-in has ended**, because Webex no longer accepts it. Sign in again, and I go on.",
                                "_ana_maria.von.hohenberg-wolkenstein@sales.example.com")),
                Arguments.of(
                        "forwarding",
                        ForwardCommands.told(new Forwarder.State(
                                new Target.Number(
                                        "sip:maximiliane.von.hohenberg@donaudampfschifffahrt.example.com",
                                        true,
                                        Optional.empty()),
                                new Target.Number("+14085550134", false, Optional.empty()),
                                new Target.Number("2044", false, Optional.of(4))))),
                Arguments.of(
                        "forwarded",
                        ForwardCommands.told(
                                ForwardWhen.NO_ANSWER,
                                new Forwarder.Outcome.Done(
                                        new Target.OwnVoicemail(Optional.of(3)),
                                        new Target.Number("+14085550134", false, Optional.of(4))))),
                Arguments.of("conference", conference(2, false, false)),
                Arguments.of("conference-held-muted", conference(3, true, true)),
                Arguments.of("conference-many", conference(12, false, true)),
                Arguments.of("blocked", new BlockedCard(new Blocking.State(blocked(30), Optional.of(false))).draft()),
                Arguments.of("blocked-none", new BlockedCard(new Blocking.State(List.of(), Optional.of(true))).draft()),
                Arguments.of(
                        "block-done",
                        BlockCommands.told(
                                new BlockChange.Block(DialString.read("+14085550134")
                                        .numbers()
                                        .getFirst()),
                                true)),
                Arguments.of("away-not", AwayCommands.told(new Absence.State.Here(), TIMES)),
                Arguments.of(
                        "away",
                        AwayCommands.told(
                                new Absence.State.Away(
                                        Optional.of(AwayReason.BUSINESS_TRIP),
                                        Optional.of(NOW.plus(Duration.ofDays(30))),
                                        Optional.of("sip:maximiliane.von.hohenberg@donaudampfschifffahrt.example.com")),
                                TIMES)),
                Arguments.of(
                        "away-done",
                        AwayCommands.told(
                                new LineCommand.GoAway(
                                        AwayReason.LUNCH,
                                        new AwayUntil.Soon(new QuietUntil.Clock(LocalTime.of(15, 0)))),
                                new Absence.Change(
                                        new Absence.State.Away(
                                                Optional.of(AwayReason.GONE_FOR_THE_DAY),
                                                Optional.of(NOW.plus(Duration.ofDays(1))),
                                                Optional.empty()),
                                        new Absence.State.Away(
                                                Optional.of(AwayReason.LUNCH),
                                                Optional.of(Instant.parse("2026-03-04T14:00:00Z")),
                                                Optional.empty())),
                                TIMES)),
                Arguments.of(
                        "away-back",
                        AwayCommands.back(
                                new Absence.Change(
                                        new Absence.State.Away(
                                                Optional.of(AwayReason.GONE_FOR_THE_DAY),
                                                Optional.of(NOW.plus(Duration.ofDays(1))),
                                                Optional.empty()),
                                        new Absence.State.Here()),
                                TIMES)),
                Arguments.of("recordings", new RecordingsCard("Your last recordings", recordings(10), TIMES).draft()),
                Arguments.of("recording", RecordingCommands.links(playable(), TIMES)),
                Arguments.of(
                        "recording-not-yet",
                        RecordingCommands.none(new RecordingChoice.OfCall(new ThisOne("call-1", "session-1")))),
                Arguments.of("reach", reach(12)),
                Arguments.of("reach-none", reach(0)),
                Arguments.of(
                        "reach-done",
                        ReachCommands.told(
                                new ReachChange.All(false),
                                new Reaching.Change(switches(3), switches(3).subList(0, 2), true))),
                Arguments.of("queues", QueueCommands.told(queues(Optional.of(Standing.IN), 4))),
                Arguments.of("queues-many", QueueCommands.told(queues(Optional.empty(), 30))),
                Arguments.of(
                        "queue-joined",
                        QueueCommands.told(new Queueing.Outcome.One(
                                queues(Optional.empty(), 1).queues().getFirst(),
                                true,
                                true,
                                Optional.of(Standing.PAUSE)))),
                Arguments.of(
                        "queues-out",
                        QueueCommands.told(
                                new Queueing.Outcome.All(Optional.of(Standing.WRAP_UP), Standing.OUT, false))),
                Arguments.of("caller-id", new CallerIdCard(callerIds(9, Optional.of(true))).draft()),
                Arguments.of("caller-id-one", new CallerIdCard(callerIds(1, Optional.empty())).draft()),
                Arguments.of(
                        "caller-id-chosen",
                        CallerIdCommands.told(new CallerIds.Outcome.Chosen(
                                callerIds(5, Optional.of(true)).choices().get(3), callerIds(5, Optional.of(true))))),
                Arguments.of("phones", PhoneCommands.told(phones(true))),
                Arguments.of("phones-none-preferred", PhoneCommands.told(phones(false))),
                Arguments.of(
                        "phone-preferred",
                        PhoneCommands.told(new Phones.Outcome.Preferred(
                                phones(true).get(4), Optional.of(phones(true).get(1))))),
                Arguments.of("voicemail", new VoicemailCard(voiceMessages(), TIMES).draft()),
                Arguments.of(
                        "voicemail-delete",
                        VoicemailCommands.sure(voiceMessages().get(7), TIMES)),
                Arguments.of("quiet-off", QuietCommands.told(new Quiet.State.Off(), TIMES)),
                Arguments.of(
                        "quiet-until",
                        QuietCommands.told(new Quiet.State.On(Optional.of(NOW.plus(Duration.ofDays(1)))), TIMES)),
                Arguments.of(
                        "quiet-ended",
                        QuietCommands.told(Quiet.Ended.TURNED_OFF).orElseThrow()),
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
                Arguments.of(
                        "not-done",
                        Conversation.notDone(
                                new Said("/dial +1 408 555 0134 on my *[desk]*", Optional.empty(), Optional.empty()))),
                Arguments.of(
                        "not-done-call",
                        Conversation.notDone(
                                new Said("/hangup", Optional.of(new ThisOne("c", "s")), Optional.empty()))),
                Arguments.of("status", new StatusCard(LINE, true, true).draft()),
                Arguments.of(
                        "status-signed-out", new StatusCard(Map.of("Version", "callbot 1.0.0"), false, false).draft()),
                Arguments.of("devices", new DeviceCard(DEVICES, Optional.empty()).draft()),
                Arguments.of(
                        "devices-chosen",
                        new DeviceCard(DEVICES.subList(0, 2), Optional.of(new Device("2", "Webex app"))).draft()));
    }

    private static Draft conference(int others, boolean held, boolean muted) {
        List<Call> calls =
                IntStream.range(0, others).mapToObj(ChatGalleryTest::call).toList();
        List<Participant> participants = IntStream.range(0, others)
                .mapToObj(i -> new Participant(i == 1 ? "another" : calls.get(i).id(), i == 1, i == 2))
                .toList();
        return new ConferenceCard(new Seen(new Conference(held, muted, participants), calls)).draft();
    }

    private static Queueing.State queues(Optional<Standing> standing, int number) {
        return new Queueing.State(
                standing,
                IntStream.range(0, number)
                        .mapToObj(i -> new Queueing.Seen(
                                new AgentQueue(
                                        "id-" + i,
                                        Optional.of(i % 2 == 1).filter(any -> i != 5),
                                        i != 3,
                                        Optional.empty(),
                                        Optional.of("" + (2100 + i)).filter(any -> i != 2)),
                                PARTIES.get(i % PARTIES.size()).name(),
                                Optional.of("" + (2100 + i)).filter(any -> i != 4)))
                        .toList());
    }

    private static CallerIds.State callerIds(int number, Optional<Boolean> hidden) {
        List<CallerIds.Seen> choices = IntStream.range(0, number)
                .mapToObj(i -> new CallerIds.Seen(
                        new CallerIdChoice(
                                CallerIdChoice.Type.values()[i % 4],
                                Optional.of("id-" + i),
                                PARTIES.get(i % PARTIES.size()).name(),
                                PARTIES.get(i % PARTIES.size()).number(),
                                Optional.empty()),
                        Optional.of("id-" + i).filter(any -> i != 4),
                        i == 0))
                .toList();
        return new CallerIds.State(hidden, Optional.of(choices.getFirst().choice()), choices);
    }

    private static List<Phones.Seen> phones(boolean preferred) {
        return IntStream.range(0, DEVICES.size())
                .mapToObj(i -> new Phones.Seen(
                        DEVICES.get(i),
                        Optional.of(i % 2 == 0).filter(any -> i != 4),
                        Optional.of(new AnswerPhone(DEVICES.get(i), preferred && i == 1))
                                .filter(any -> i != 2),
                        Optional.of(DEVICES.get(i).name()).filter(any -> i != 3)))
                .toList();
    }

    /** Others may have written them as nobody does here. */
    private static List<BlockedNumber> blocked(int number) {
        return IntStream.range(0, number)
                .mapToObj(
                        i -> new BlockedNumber("id-" + i, i == 1 ? "+1408*[x](y)".repeat(9) : "+140855501" + (10 + i)))
                .toList();
    }

    private static List<CallRecording> recordings(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new CallRecording(
                        "0a5c7f1e-0000-4000-8000-00000000000" + i,
                        PARTIES.get(i % PARTIES.size()).name().map(name -> "Recording of call with " + name),
                        Optional.of(NOW.minus(Duration.ofHours(i * 7L))).filter(any -> i != 2),
                        Optional.of(Duration.ofSeconds(i * 137L)).filter(any -> i != 3),
                        Optional.empty()))
                .toList();
    }

    private static CallRecordings.Playable playable() {
        URI audio = URI.create("https://recordings.example/audio?sig=" + "x".repeat(1500));
        return new CallRecordings.Playable(
                recordings(1).getFirst(),
                new RecordingLinks(Optional.of(audio), Optional.of(audio), Optional.of(NOW.plus(Duration.ofHours(3)))));
    }

    private static Draft reach(int number) {
        SimultaneousRing together = new SimultaneousRing(
                true,
                false,
                IntStream.range(0, number / 2)
                        .mapToObj(i -> new SimultaneousRing.Phone("+140855502" + (10 + i), false))
                        .toList(),
                true);
        SingleNumberReach single = new SingleNumberReach(number == 0, reachNumbers(number));
        return new ReachCard(new Reaching.State(Optional.of(single), Optional.of(together))).draft();
    }

    private static List<Reaching.Switch> switches(int number) {
        return reachNumbers(number).stream()
                .<Reaching.Switch>map(Reaching.Switch.Number::new)
                .toList();
    }

    private static List<ReachNumber> reachNumbers(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new ReachNumber(
                        "id-" + i,
                        i == 1 ? "+1408*[x](y)" : "+140855501" + (10 + i),
                        PARTIES.get((i + 6) % PARTIES.size()).name(),
                        i % 2 == 0,
                        true,
                        true))
                .toList();
    }

    private static List<VoiceMessage> voiceMessages() {
        return IntStream.range(0, 10)
                .mapToObj(i -> new VoiceMessage(
                        new VoiceMessageId("id-" + i),
                        PARTIES.get((i + 6) % PARTIES.size()),
                        Optional.of(Duration.ofSeconds(i * 37L)).filter(any -> i != 2),
                        Optional.of(NOW.minus(Duration.ofHours(i))).filter(any -> i != 1),
                        i % 2 == 1,
                        i == 3))
                .toList();
    }

    private static Draft signIn(String introduction, String email) {
        URI page = URI.create("https://webexapis.example/v1/authorize?client_id=C1&state=" + "x".repeat(43));
        return new SignInCard(introduction, email, page, true, true).draft();
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
        return IntStream.range(0, number).mapToObj(ChatGalleryTest::call).toList();
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

    private static Party party(String name, String number) {
        return new Party(Optional.of(name), Optional.of(number));
    }
}

package callbot.chat.line;

import static callbot.chat.SampleLine.DEVICES;
import static callbot.chat.SampleLine.NOW;
import static callbot.chat.SampleLine.PARTIES;
import static callbot.chat.SampleLine.TIMES;

import callbot.command.AwayReason;
import callbot.command.BlockChange;
import callbot.command.ForwardWhen;
import callbot.command.LineCommand;
import callbot.command.QueueChange.Standing;
import callbot.command.ReachChange;
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
import callbot.testing.CardGallery;
import callbot.webex.line.AgentQueue;
import callbot.webex.line.AnswerPhone;
import callbot.webex.line.BlockedNumber;
import callbot.webex.line.CallerIdChoice;
import callbot.webex.line.ReachNumber;
import callbot.webex.line.SimultaneousRing;
import callbot.webex.line.SingleNumberReach;
import callbot.webex.messaging.Draft;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cards about a line. */
class LineGalleryTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("drafts")
    void isDrawn(String name, Draft draft) {
        CardGallery.hang(name, draft);
    }

    static Stream<Arguments> drafts() {
        return Stream.of(
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
                Arguments.of("quiet-off", QuietCommands.told(new Quiet.State.Off(), TIMES)),
                Arguments.of(
                        "quiet-until",
                        QuietCommands.told(new Quiet.State.On(Optional.of(NOW.plus(Duration.ofDays(1)))), TIMES)),
                Arguments.of(
                        "quiet-ended",
                        QuietCommands.told(Quiet.Ended.TURNED_OFF).orElseThrow()));
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
}

package callbot.call.card;

import callbot.call.card.Moment.Phase;
import callbot.signin.TimeText;
import callbot.testing.CardGallery;
import callbot.webex.calling.Call.Media;
import callbot.webex.calling.Call.Recording;
import callbot.webex.calling.CallKey;
import callbot.webex.calling.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every card that a call can have. */
class CallGalleryTest {

    private static final Instant BEGAN = Instant.parse("2026-03-01T13:03:10Z");
    private static final Instant ANSWERED = BEGAN.plusSeconds(12);
    private static final Instant NOW = BEGAN.plusSeconds(763);
    private static final TimeText TIMES = new TimeText(NOW.atZone(ZoneId.of("Europe/Berlin")));

    private static final Party MARIA = party("Maria Keller", "+14085550134");
    private static final Party JOHN = party("John Smith", "2044");
    private static final Party NUMBER_ONLY = new Party(Optional.empty(), Optional.of("+4930901820"));
    private static final Party PRIVATE = new Party(Optional.empty(), Optional.empty());
    private static final Party LONG = party(
            "Maximiliane-Alexandra Freifrau von Hohenberg-Wolkenstein (Donaudampfschifffahrtsgesellschaftsverwaltung)",
            "sip:maximiliane-alexandra.von.hohenberg-wolkenstein@donaudampfschifffahrt.example.com");
    private static final Party SLY = party("**Ana** [x](http://evil.example) _a_ `b` <@all> <b>c</b>\n- d", "+1*#");
    private static final Party ARABIC = party("مريم العتيبي 👩‍🚀", "+966501234567");

    private static final Media SILENT = new Media(false, false, Recording.OFF);
    private static final Media OPEN = new Media(true, false, Recording.OFF);
    private static final Media MUTED = new Media(true, true, Recording.OFF);
    private static final Media RECORDED = new Media(true, false, Recording.RUNNING);
    private static final Media PAUSED = new Media(true, true, Recording.PAUSED);

    /** A call whose last phases were these. */
    private static final class Story {
        private final Party remote;
        private final boolean incoming;
        private final TreeSet<Moment> moments = new TreeSet<>();
        private boolean answered;
        private boolean elsewhere;
        private Optional<String> via = Optional.empty();
        private Optional<Parting> parting = Optional.empty();

        private Story(Party remote, boolean incoming) {
            this.remote = remote;
            this.incoming = incoming;
        }

        private Story then(Phase phase, Media media) {
            Duration after = Duration.between(BEGAN, NOW).dividedBy(10).multipliedBy(moments.size());
            moments.add(new Moment(moments.isEmpty() ? BEGAN : BEGAN.plus(after), phase, media));
            answered |= phase == Phase.TALKING;
            return this;
        }

        private Story ended() {
            moments.add(new Moment(NOW, Phase.OVER, SILENT));
            return this;
        }

        private Story elsewhere() {
            elsewhere = true;
            return ended();
        }

        private Story left(Parting.Way way, Party to) {
            parting = Optional.of(Parting.to(way, to));
            return ended();
        }

        private Story via(String queue) {
            via = Optional.of(queue);
            return this;
        }

        private CallView view() {
            CallView seen = new CallView(new TreeMap<>(Map.of("call-1", leg())));
            return parting.map(way -> seen.left("call-1", way)).orElse(seen);
        }

        private Leg leg() {
            Optional<Instant> at = answered ? Optional.of(ANSWERED) : Optional.empty();
            return new Leg("call-1", incoming, moments, Optional.of(BEGAN), remote, BEGAN, at, elsewhere, via);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void isDrawn(String name, Story story) {
        CardGallery.hang(
                "call-" + name,
                new CallCard(new CallKey("session-1"), story.view(), new Beside.Nothing(), Granted.NOTHING, TIMES)
                        .draft());
    }

    /** What can be done if another call waits on hold. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("besideAnother")
    void isDrawnBesideAnother(String name, Story story) {
        CardGallery.hang(
                "call-" + name,
                new CallCard(new CallKey("session-1"), story.view(), new Beside.OneWaiting(), Granted.NOTHING, TIMES)
                        .draft());
    }

    /** Who else is in the conference with it. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("conferences")
    void isDrawnInAConference(String name, Story story, Beside beside) {
        CardGallery.hang(
                "call-conference-" + name,
                new CallCard(new CallKey("session-1"), story.view(), beside, Granted.NOTHING, TIMES).draft());
    }

    @Test
    void isDrawnWithBlocking() {
        CallView missed = ringing(MARIA).ended().view();
        CardGallery.hang(
                "call-missed-block",
                new CallCard(new CallKey("session-1"), missed, new Beside.Nothing(), new Granted(true, false), TIMES)
                        .draft());
    }

    @Test
    void isDrawnWithRecording() {
        CallView recorded = talking(MARIA).then(Phase.TALKING, RECORDED).ended().view();
        CardGallery.hang(
                "call-recorded",
                new CallCard(new CallKey("session-1"), recorded, new Beside.Nothing(), new Granted(true, true), TIMES)
                        .draft());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9})
    void isDrawnWithEarlierMissedCalls(int earlier) {
        TreeSet<Instant> times = IntStream.rangeClosed(1, earlier)
                .mapToObj(i -> BEGAN.minusSeconds(420L * i))
                .collect(Collectors.toCollection(TreeSet::new));
        CallView missed = ringing(MARIA).ended().view().gathered(Gathering.of(times));
        CardGallery.hang(
                "call-missed-" + (earlier + 1),
                new CallCard(new CallKey("session-1"), missed, new Beside.Nothing(), Granted.NOTHING, TIMES).draft());
    }

    static List<Arguments> conferences() {
        Beside.Sound plain = new Beside.Sound(false, false);
        Beside.Other john = new Beside.Other(JOHN, plain, false);
        Beside.Other muted = new Beside.Other(LONG, new Beside.Sound(true, true), false);
        Beside.Other away = new Beside.Other(SLY, plain, true);
        Beside.Other somebody = new Beside.Other(PRIVATE, plain, false);
        return List.of(
                Arguments.of("of-three", talking(MARIA), new Beside.InConference(false, plain, List.of(john))),
                Arguments.of(
                        "muted",
                        talking(ARABIC).then(Phase.TALKING, RECORDED),
                        new Beside.InConference(
                                true, new Beside.Sound(true, true), List.of(john, muted, away, somebody))),
                Arguments.of("held", held(LONG, OPEN), new Beside.InConference(false, plain, List.of(john, away))),
                Arguments.of("outside", talking(MARIA), new Beside.AConference()));
    }

    static List<Arguments> besideAnother() {
        return List.of(
                Arguments.of("two-pick-up", dialled(JOHN)),
                Arguments.of("two-ringing-there", dialled(JOHN).then(Phase.RINGING_THERE, SILENT)),
                Arguments.of("two-talking", called(JOHN)),
                Arguments.of("two-talking-long", called(LONG)),
                Arguments.of("two-held-there", called(JOHN).then(Phase.HELD_THERE, OPEN)));
    }

    static List<Arguments> stories() {
        List<Arguments> stories = new ArrayList<>();
        Stream.of(Map.entry("named", MARIA), Map.entry("number-only", NUMBER_ONLY), Map.entry("private", PRIVATE))
                .forEach(one -> stories.add(Arguments.of("incoming-" + one.getKey(), ringing(one.getValue()))));
        Stream.of(Map.entry("long", LONG), Map.entry("sly", SLY), Map.entry("arabic", ARABIC))
                .forEach(one -> {
                    stories.add(Arguments.of("incoming-" + one.getKey(), ringing(one.getValue())));
                    stories.add(Arguments.of("talking-" + one.getKey(), talking(one.getValue())));
                    stories.add(Arguments.of(
                            "missed-" + one.getKey(), ringing(one.getValue()).ended()));
                });
        stories.add(Arguments.of("incoming-queue", ringing(MARIA).via("Support [Tier 1]")));
        stories.add(Arguments.of("pick-up", dialled(JOHN)));
        stories.add(Arguments.of("ringing-there", dialled(JOHN).then(Phase.RINGING_THERE, SILENT)));
        stories.add(Arguments.of("talking", talking(MARIA)));
        stories.add(Arguments.of("talking-queue", talking(MARIA).via("Support [Tier 1]")));
        stories.add(Arguments.of("talking-out", called(JOHN)));
        stories.add(Arguments.of("talking-not-mutable", ringing(MARIA).then(Phase.TALKING, SILENT)));
        stories.add(Arguments.of("muted", talking(MARIA).then(Phase.TALKING, MUTED)));
        stories.add(Arguments.of("recorded", talking(MARIA).then(Phase.TALKING, RECORDED)));
        stories.add(Arguments.of("paused", talking(MARIA).then(Phase.TALKING, PAUSED)));
        stories.add(Arguments.of("held", held(MARIA, OPEN)));
        stories.add(Arguments.of("held-recorded", held(MARIA, RECORDED)));
        stories.add(Arguments.of("held-there", called(JOHN).then(Phase.HELD_THERE, OPEN)));
        stories.add(Arguments.of("held-there-paused", called(JOHN).then(Phase.HELD_THERE, PAUSED)));
        stories.add(Arguments.of("talked", talking(MARIA).ended()));
        stories.add(Arguments.of(
                "talked-held",
                held(MARIA, OPEN)
                        .then(Phase.TALKING, OPEN)
                        .then(Phase.HELD, OPEN)
                        .ended()));
        stories.add(Arguments.of("talked-out", called(JOHN).ended()));
        stories.add(Arguments.of("talked-private", talking(PRIVATE).ended()));
        stories.add(Arguments.of("missed", ringing(MARIA).ended()));
        stories.add(Arguments.of("missed-private", ringing(PRIVATE).ended()));
        stories.add(Arguments.of(
                "missed-queue", ringing(MARIA).via("Support [Tier 1]").ended()));
        stories.add(Arguments.of(
                "nobody", dialled(JOHN).then(Phase.RINGING_THERE, SILENT).ended()));
        stories.add(Arguments.of("elsewhere", ringing(MARIA).elsewhere()));
        for (Parting.Way way : Parting.Way.values()) {
            String name = "left-" + way.name().toLowerCase(Locale.ROOT).replace('_', '-');
            stories.add(Arguments.of(name, ringing(MARIA).left(way, JOHN)));
            stories.add(Arguments.of(name + "-long", ringing(LONG).left(way, LONG)));
            stories.add(Arguments.of(name + "-sly", talking(SLY).left(way, SLY)));
        }
        stories.add(Arguments.of(
                "cancelled",
                dialled(JOHN).then(Phase.RINGING_THERE, SILENT).left(Parting.Way.HUNG_UP, Parting.NOBODY)));
        return stories;
    }

    private static Story ringing(Party from) {
        return new Story(from, true).then(Phase.RINGING_HERE, SILENT);
    }

    private static Story talking(Party from) {
        return ringing(from).then(Phase.TALKING, OPEN);
    }

    private static Story dialled(Party to) {
        return new Story(to, false).then(Phase.CALLING_OUT, SILENT);
    }

    private static Story called(Party to) {
        return dialled(to).then(Phase.RINGING_THERE, SILENT).then(Phase.TALKING, OPEN);
    }

    private static Story held(Party other, Media media) {
        return talking(other).then(Phase.HELD, media);
    }

    private static Party party(String name, String number) {
        return new Party(Optional.of(name), Optional.of(number));
    }
}

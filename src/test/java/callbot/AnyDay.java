package callbot;

import callbot.json.Json;
import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.calls.Phone;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.calls.session.CallState;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.traffic.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A day in which Alice, her phone, two callers, Webex and the network do what they like; the same again for the same seed. */
final class AnyDay {

    private static final List<String> WORDS = List.of(
            "/answer",
            "/reject",
            "/hangup",
            "/hold",
            "/resume",
            "/mute",
            "/unmute",
            "/park",
            "/retrieve",
            "/calls",
            "/transfer complete",
            "/transfer 1002",
            "/merge",
            "/conference",
            "/conference mute",
            "/conference end",
            "/divert voicemail",
            "/record start",
            "/record stop",
            "/dtmf 1,2#",
            "/push",
            "/pull",
            "/pickup 1002",
            "/history",
            "/status",
            "/why",
            "/help",
            "/device",
            "dail 5",
            "/hangup 2");
    private static final List<String> PATHS = List.of("/telephony/calls", "/messages", "/telephony/calls/dial", "");
    private static final String DIAL = "/v1/telephony/calls/dial";

    /** Who is not told of calls has no cards that could be held to anything. */
    private static final Set<String> TURNS_CARDS_OFF = Set.of("No, thanks", "Turn off");

    private final Scene scene;
    private final Random random;
    private final OutsidePhone ana;
    private final OutsidePhone ben;
    private final List<String> story = new ArrayList<>();
    private final List<String> echoes = new ArrayList<>();

    AnyDay(Scene scene, long seed) {
        this.scene = scene;
        this.random = new Random(seed);
        this.ana = scene.webex().outside("+14085550134", "Ana");
        this.ben = scene.webex().outside("+14085550135", "Ben");
        story.add("\nThe day of seed " + seed + ":");
    }

    void begin() {
        scene.webex().editsOfCards(random.nextBoolean());
        scene.start();
        scene.signIn(scene.alice());
        scene.ask(scene.alice(), "/monitor on");
    }

    /** Something happens; and then something else, at once or when all is quiet again. */
    void step() {
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> outside(random.nextBoolean() ? ana : ben);
            case 3, 4, 5, 6 -> phone();
            case 7, 8, 9, 10 -> type(pick(WORDS));
            case 11 -> type("/dial +1408555" + (2000 + story.size()));
            case 12 -> echo();
            case 13, 14, 15 -> press();
            case 16, 17 -> webex();
            case 18 -> network();
            default -> restart();
        }
        if (random.nextBoolean()) quiet();
    }

    /**
     * Nothing goes wrong any more, and when Alice has heard that all is done, everybody hangs up. What the bot has missed
     * meanwhile it finds a little later.
     */
    void end() {
        scene.webex().faults().clear();
        scene.webex().deliveries().copies(1);
        scene.webex().deliveries().release();
        quiet();
        echo();
        scene.awaitMessage(scene.alice(), echoes.getLast());
        hangUp();
        quiet();
        scene.clock().advance(Duration.ofMinutes(5));
        scene.bot().upkeep();
    }

    /** A press of a button does not wait for what is said, so one of them may call after everybody has hung up. */
    void hangUp() {
        Stream.of(scene.alice().phone(), scene.bob().phone())
                .forEach(phone ->
                        phone.calls().forEach(call -> attempt("one hangs up", () -> phone.hangUp(call.id()))));
    }

    /** What Alice wanted to hear back. */
    Set<String> echoes() {
        return Set.copyOf(echoes);
    }

    /** The ids, as in the log, of what Alice asked for once and Webex dialled more than once. */
    List<String> dialledTwice() {
        return scene.webex().exchanges().stream()
                .filter(one -> one.target().equals(DIAL) && wasDone(one))
                .map(one -> one.requestHeaders().get("trackingid").getFirst().split("_")[1])
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(id -> id.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** All that happened, to be read when something is wrong. */
    String story() {
        String wire = scene.webex().exchanges().stream()
                .map(one -> one.number() + " " + one
                        + one.fault().map(fault -> " " + fault).orElse("") + " " + brief(one))
                .collect(Collectors.joining("\n"));
        return String.join("\n", story) + "\nOn the wire:\n" + wire + "\nAlice was told:\n"
                + String.join("\n", scene.told(scene.alice()));
    }

    private static String brief(Exchange one) {
        String both = one.requestBody() + " → " + one.responseBody();
        return both.substring(0, Math.min(both.length(), 400));
    }

    private static boolean wasDone(Exchange dial) {
        return dial.status() / 100 == 2
                || dial.fault().filter(fault -> fault.startsWith("done")).isPresent();
    }

    private void outside(OutsidePhone caller) {
        if (caller.isRinging()) {
            attempt("an outsider picks up", caller::pickUp);
        } else if (caller.isInCall()) {
            attempt("an outsider hangs up", caller::hangUp);
        } else {
            attempt("an outsider calls", () -> caller.call(scene.alice()));
        }
    }

    private void phone() {
        List<PhoneCall> calls = phoneCalls();
        if (calls.isEmpty()) return;
        Phone phone = scene.alice().phone();
        PhoneCall call = pick(calls);
        if (call.state() == CallState.ALERTING) {
            attempt("she picks up", () -> phone.pickUp(call.id()));
        } else if (random.nextBoolean()) {
            attempt("she hangs up", () -> phone.hangUp(call.id()));
        } else if (call.state() == CallState.HELD) {
            attempt("she resumes", () -> phone.resume(call.id()));
        } else {
            attempt("she holds", () -> phone.hold(call.id()));
        }
    }

    private void type(String line) {
        story.add("she types " + line);
        scene.alice().say(line);
    }

    private void echo() {
        echoes.add("echo " + story.size());
        type("/" + echoes.getLast().replace("echo ", "echo echo "));
    }

    /** Any button of any card, of the old ones too, as long as Alice sees it. */
    private void press() {
        List<ChatMessage> cards = scene.visible(scene.alice()).stream()
                .filter(message -> message.card().isPresent())
                .toList();
        if (cards.isEmpty()) return;
        ChatMessage message = pick(cards);
        List<String> buttons = titles(message.card().orElseThrow());
        if (buttons.isEmpty()) return;
        String button = pick(buttons);
        attempt(
                "she presses " + button + " on " + message.text(),
                () -> scene.alice().press(message.id(), button));
    }

    private void webex() {
        var faults = scene.webex().faults();
        faults.clear();
        var next = faults.next(1 + random.nextInt(2), pick(PATHS));
        switch (random.nextInt(5)) {
            case 0 -> next.answer(429, Map.of("Retry-After", "1"));
            case 1 -> next.answer(503);
            case 2 -> next.answer(500);
            case 3 -> next.drop();
            default -> next.loseAnswer();
        }
        story.add("Webex: " + faults.expected());
    }

    private void network() {
        var deliveries = scene.webex().deliveries();
        switch (random.nextInt(4)) {
            case 0 -> deliveries.copies(1 + random.nextInt(3));
            case 1 -> deliveries.holdBack();
            case 2 -> deliveries.releaseReversed();
            default -> deliveries.release();
        }
        story.add("network: " + deliveries.state());
    }

    private void restart() {
        story.add("the bot is restarted");
        scene.webex().faults().clear(); // a bot that Webex does not let in cannot start
        quiet(); // what is sent to a bot that is gone is lost, and then only offered
        scene.stop();
        scene.start();
    }

    private List<PhoneCall> phoneCalls() {
        return scene.alice().phone().calls();
    }

    private void quiet() {
        try {
            scene.webex().deliveries().awaitQuiet(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Phones and calls may have changed since they were looked at. */
    private void attempt(String what, Runnable deed) {
        try {
            deed.run();
            story.add(what);
        } catch (RuntimeException e) {
            story.add(what + ", in vain: " + e.getMessage());
        }
    }

    /** The buttons that stand on the card itself. */
    private static List<String> titles(Json card) {
        return card.list("body").stream()
                .flatMap(element -> element.list("actions").stream())
                .filter(action -> action.text("type").equals(Optional.of("Action.Submit")))
                .flatMap(action -> action.text("title").stream())
                .filter(title -> !TURNS_CARDS_OFF.contains(title))
                .toList();
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

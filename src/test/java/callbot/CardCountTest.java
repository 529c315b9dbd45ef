package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import callbot.sandbox.calls.OutsidePhone;
import callbot.sandbox.messaging.ChatMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many messages somebody sees for one call who wants to be told of it, for each way in which it can end; the table of it is
 * in {@code docs/cards.md}. Where Webex lets no card be edited, each change writes the card anew and takes the old one back.
 */
class CardCountTest {

    private static final Path PAGE = Path.of("docs", "cards.md");

    /** What the table on the page begins with. */
    private static final String HEAD =
            "| how the call ends | its card in the end | messages left | written | written, at most, if no card may be edited |\n|---|---|---|---|---|\n";

    private static final String ANA = "+14085550134";
    private static final String BOB = "1002";

    /** What happens to a call, until its user has nothing to do with it any more. */
    private interface Story {
        void happens(Told told);
    }

    /**
     * A way in which a call ends.
     *
     * @param words the way, in words
     * @param left how many messages are left; both calls of a conference have a card
     * @param told what the last card says
     */
    private record Ended(String words, int left, String told, Story story) {

        @Override
        public String toString() {
            return words;
        }
    }

    static List<Ended> endings() {
        return List.of(
                new Ended("answered, and hung up", 1, "Call with Ana", told -> {
                    told.talks();
                    told.ana.hangUp();
                }),
                new Ended(
                        "answered, and hung up by button",
                        1,
                        "Call with Ana",
                        told -> told.presses(told.talks(), "Hang up")),
                new Ended("missed", 1, "Missed call from Ana", told -> {
                    told.rings();
                    told.ana.hangUp();
                }),
                new Ended(
                        "declined", 1, "You declined the call from Ana", told -> told.presses(told.rings(), "Decline")),
                new Ended("declined by typing", 1, "You declined the call from Ana", told -> {
                    told.rings();
                    told.says("decline");
                }),
                new Ended("diverted", 1, "You diverted Ana", told -> {
                    told.rings();
                    told.says("/divert " + BOB);
                }),
                new Ended(
                        "sent to voicemail", 1, "You sent Ana", told -> told.presses(told.rings(), "To my voicemail")),
                new Ended("given up in a queue", 1, "Missed call from Support - Ana", told -> {
                    told.ana.callQueue("Support", "+14085559000", List.of(told.scene.alice(), told.scene.bob()));
                    told.card("by way of Support");
                    told.ana.hangUp();
                }),
                new Ended("taken by a colleague", 1, "no longer rings for you", told -> {
                    told.ana.callQueue("Support", "+14085559000", List.of(told.scene.alice(), told.scene.bob()));
                    told.card("by way of Support");
                    told.scene.bob().phone().pickUp();
                }),
                new Ended("dialled, answered, and hung up", 1, "ended after", told -> {
                    told.says("/dial " + ANA);
                    told.card("Your phone rings");
                    told.scene.alice().phone().pickUp();
                    told.card("Calling");
                    told.ana.pickUp();
                    told.card("Connected with");
                    told.ana.hangUp();
                }),
                new Ended("cancelled", 1, "You cancelled the call to", told -> {
                    told.says("/dial " + ANA);
                    told.presses(told.card("Your phone rings"), "Hang up");
                }),
                new Ended(
                        "parked", 1, "You parked Ana", told -> told.presses(told.talks(), "Park", "extension", "8002")),
                new Ended("parked, taken back, and hung up", 1, "Call with Ana", told -> {
                    told.presses(told.talks(), "Park", "extension", "8002");
                    told.presses(told.card("You parked Ana"), "Take back");
                    told.card("Your phone rings");
                    told.scene.alice().phone().pickUp();
                    told.card("Connected with Ana");
                    told.ana.hangUp();
                }),
                new Ended("transferred", 1, "You transferred Ana", told -> {
                    told.talks();
                    told.says("/transfer " + BOB);
                    told.card("is on hold");
                    told.card("Calling Bob Brown (1002). Ana (" + ANA + ") goes over when they answer");
                    told.scene.bob().phone().pickUp();
                }),
                new Ended("transferred after a question", 1, "You transferred Ana", told -> {
                    told.consultsBob();
                    told.presses(told.card("Type /transfer complete"), "Complete transfer");
                }),
                new Ended("merged, and left to the two others", 2, "You transferred Ana", told -> {
                    told.merges();
                    told.says("/conference leave");
                }),
                new Ended("merged, and ended for everybody", 4, "Call with Bob Brown", told -> {
                    told.merges();
                    told.says("/conference end");
                    told.card("Call with Ana");
                }));
    }

    /** Alice, who sees her calls, and Ana outside. */
    private record Told(Scene scene, OutsidePhone ana) implements AutoCloseable {

        static Told of(boolean editable) {
            Scene scene = monitored(editable);
            return new Told(scene, scene.webex().outside(ANA, "Ana"));
        }

        ChatMessage card(String text) {
            return scene.awaitCard(scene.alice(), text);
        }

        ChatMessage rings() {
            ana.call(scene.alice());
            return card("Incoming call");
        }

        ChatMessage talks() {
            rings();
            scene.alice().phone().pickUp();
            return card("Connected with Ana");
        }

        void says(String text) {
            scene.alice().say(text);
        }

        void presses(ChatMessage card, String button, String... filledIn) {
            var inputs = Json.object();
            if (filledIn.length > 0) inputs.put(filledIn[0], filledIn[1]);
            scene.alice().press(card.id(), button, inputs.toJson());
        }

        void consultsBob() {
            talks();
            says("/consult " + BOB);
            card("is on hold");
            card("Your phone rings");
            scene.alice().phone().pickUp();
            card("Calling Bob Brown");
            scene.bob().phone().pickUp();
        }

        void merges() {
            consultsBob();
            presses(card("Type /transfer complete"), "Merge");
            scene.awaitMessage(scene.alice(), "You are in a conference");
        }

        @Override
        public void close() {
            scene.close();
        }
    }

    /**
     * What is seen of one call.
     *
     * @param written how many messages there were in all
     * @param told what the card says that is left
     */
    private record Count(long written, String told) {}

    /** The rows of the table, by how the call ended. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    @ParameterizedTest
    @MethodSource("endings")
    void aCallIsOneMessageHoweverItEnds(Ended ended) throws IOException {
        Count edited = count(ended, true);
        Count anew = count(ended, false);
        assertEquals(edited.told(), anew.told());
        String row = "| %s | %s | %d | %d | ".formatted(ended.words(), edited.told(), ended.left(), edited.written());
        long most = most(row);
        ROWS.put(ended.words(), row + Math.max(most, anew.written()) + " |");
        if (!Boolean.getBoolean("callbot.write.docs"))
            assertTrue(anew.written() <= most, () -> "docs/cards.md lacks " + row + anew.written() + " |");
    }

    /** What the page says of a row's last column, which depends on how fast one change follows another; 0 if it has no such row. */
    private static long most(String row) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(row))
                .mapToLong(line -> Long.parseLong(line.substring(row.length()).replace(" |", "")))
                .findFirst()
                .orElse(0);
    }

    private static Count count(Ended ended, boolean editable) {
        try (Told told = Told.of(editable)) {
            ended.story().happens(told);
            String last = told.card(ended.told()).text();
            told.scene.await(() -> visible(told.scene) == ended.left(), ended.left() + " to be seen");
            return new Count(
                    since(told.scene).count(),
                    last.replaceAll("(\\. )[T/].*", "$1")
                            .replaceFirst("^⚪ ", "")
                            .strip());
        }
    }

    /** With {@code -Dcallbot.write.docs=true}. */
    @AfterAll
    static void write() throws IOException {
        if (!Boolean.getBoolean("callbot.write.docs") || ROWS.size() < endings().size()) return;
        String page = Files.readString(PAGE);
        String table = String.join("\n", ROWS.values()) + "\n";
        int from = page.indexOf(HEAD) + HEAD.length();
        int to = page.indexOf("\n\n", from) + 1;
        Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void allMissedCallsOfACallerAreOneMessageUntilTheyTalk(boolean editable) {
        try (Scene scene = monitored(editable)) {
            OutsidePhone ana = scene.webex().outside(ANA, "Ana");
            miss(scene, ana, "Missed call");
            miss(scene, scene.webex().outside("+14085550135", "Ben"), "Missed call from Ben");
            miss(scene, ana, "2 missed calls from Ana (" + ANA + "), at ");
            miss(scene, ana, "3 missed calls from Ana (" + ANA + "), at ");
            scene.await(() -> visible(scene) == 2, "a card for each caller");

            ana.call(scene.alice());
            scene.awaitCard(scene.alice(), "Incoming call");
            scene.alice().phone().pickUp();
            scene.awaitCard(scene.alice(), "Connected");
            ana.hangUp();
            scene.awaitCard(scene.alice(), "ended after");
            scene.clock().advance(Duration.ofMinutes(1));
            miss(scene, ana, "Missed call from Ana");
            scene.await(() -> visible(scene) == 4, "what was before they talked to be another matter");
        }
    }

    private static void miss(Scene scene, OutsidePhone caller, String told) {
        caller.call(scene.alice());
        scene.awaitCard(scene.alice(), "Incoming call");
        caller.hangUp();
        scene.awaitCard(scene.alice(), told);
        scene.clock().advance(Duration.ofMinutes(1));
    }

    private static long visible(Scene scene) {
        return since(scene).filter(message -> !message.deleted()).count();
    }

    /** All that was said after the invitation to sign in, the answer to that, and the beginning of monitoring. */
    private static Stream<ChatMessage> since(Scene scene) {
        return scene.fromBot(scene.alice()).stream().skip(3);
    }

    private static Scene monitored(boolean editable) {
        Scene scene = Scene.started();
        scene.webex().editsOfCards(editable);
        scene.signIn(scene.alice());
        scene.ask(scene.alice(), "/monitor on");
        return scene;
    }
}

package callbot.webex.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePartsTest {

    private static final int MAX = 7439;

    @ParameterizedTest
    @ValueSource(strings = {"hi", " a \n\n\n b ", "```\nx", "📞", "a\r\nb\n"})
    void whatFitsStaysAsItIs(String text) {
        assertEquals(List.of(text), parts(text));
    }

    @Test
    void theLimitIsInBytes() {
        assertEquals(1, parts("ä".repeat(3719) + "x").size());
        assertEquals(2, parts("ä".repeat(3720)).size());
        assertEquals(1, parts("x".repeat(MAX)).size());
        assertEquals(2, parts("x".repeat(MAX + 1)).size());
    }

    @ParameterizedTest
    @CsvSource({
        "x,  20000, 3",
        "é,  10000, 3",
        "話,  7000,  3",
        "📞, 5000,  3",
        "👩🏽‍🚀, 1500, 4",
        "x,  7432,  1",
    })
    void aLongLineIsCutBetweenCharacters(String character, int times, int parts) {
        String line = character.repeat(times);

        List<String> cut = parts(line);

        assertEquals(parts, cut.size());
        assertEquals(line, String.join("", cut));
        cut.forEach(MessagePartsTest::assertSendable);
    }

    @Test
    void textIsCutAtLineEnds() {
        String text = "12345678\n".repeat(900).strip();

        List<String> parts = parts(text);

        assertEquals(2, parts.size());
        assertEquals(text, String.join("\n", parts));
        assertTrue(parts.stream().flatMap(String::lines).allMatch("12345678"::equals));
    }

    @Test
    void aFenceIsClosedAtTheCutAndReopenedAfterIt() {
        List<String> parts = parts("Look:\n```json\n" + "{\"a\": 1}\n".repeat(1000) + "```\nThat was it.");

        assertEquals(2, parts.size());
        assertTrue(parts.get(0).startsWith("Look:\n```json\n{\"a\": 1}\n"));
        assertTrue(parts.get(0).endsWith("{\"a\": 1}\n```"));
        assertTrue(parts.get(1).startsWith("```\n{\"a\": 1}\n"));
        assertTrue(parts.get(1).endsWith("{\"a\": 1}\n```\nThat was it."));
        parts.forEach(MessagePartsTest::assertSendable);
    }

    @Test
    void aLongLineInAFenceIsCutIntoFencedPieces() {
        List<String> parts = parts("```\n" + "x".repeat(20_000) + "\n```\nbye");

        assertEquals(3, parts.size());
        parts.forEach(part -> assertTrue(part.startsWith("```\nxxx") && part.contains("xxx\n```"), part));
        parts.forEach(MessagePartsTest::assertSendable);
        assertEquals(
                20_000, String.join("", parts).chars().filter(c -> c == 'x').count());
        assertTrue(parts.getLast().endsWith("\nbye"));
    }

    /** Lengths around the limit move the fence, opening and closing, over the cut. */
    @Test
    void aFenceAtTheCutLeavesNoEmptyBlockBehind() {
        for (int length = MAX - 30; length <= MAX + 30; length++) {
            String lead = ("x".repeat(99) + "\n").repeat(length / 100) + "y".repeat(length % 100);
            List<String> parts = parts("```\n" + lead + "\n```\n" + "z".repeat(200));

            parts.forEach(MessagePartsTest::assertSendable);
            assertFalse(parts.stream().anyMatch(part -> part.contains("```\n```")), "with " + length);
        }
    }

    @Test
    void aPartIsNeverBlank() {
        List<String> parts = parts("a" + "\n".repeat(20_000) + "b");

        assertEquals(List.of("a", "b"), parts.stream().map(String::strip).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whateverTheTextNothingIsLostAndEveryPartCanBeSent(long seed) {
        String text = randomText(new Random(seed));

        List<String> parts = parts(text);

        parts.forEach(MessagePartsTest::assertSendable);
        assertEquals(withoutFencesAndBlanks(text), withoutFencesAndBlanks(String.join("\n", parts)));
        assertFalse(parts.size() > 2 * text.getBytes(StandardCharsets.UTF_8).length / MAX + 2, "needlessly many parts");
    }

    private static String randomText(Random random) {
        String[] pieces = {"word ", "x", "é", "話", "📞", "  ", "a`b", "**b**", "👩🏽‍🚀"};
        var text = new StringBuilder();
        boolean fenced = false;
        for (int line = 0; line < 150; line++) {
            if (random.nextInt(10) == 0) {
                text.append(fenced ? "```" : "```json").append("\n");
                fenced = !fenced;
            }
            String piece = pieces[random.nextInt(pieces.length)];
            int length = random.nextInt(20) == 0 ? random.nextInt(12_000) : random.nextInt(60);
            text.append(piece.repeat(length / piece.length())).append("\n");
        }
        return text.append(fenced ? "```\n" : "").toString();
    }

    private static void assertSendable(String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        assertTrue(bytes.length <= MAX, () -> bytes.length + " bytes");
        assertEquals(part, new String(bytes, StandardCharsets.UTF_8), "a character is split");
        assertFalse(part.isBlank());
        long fences = part.lines().filter(isFence()).count();
        assertEquals(
                0,
                fences % 2,
                () -> "a fence is open in " + part.lines().filter(isFence()).toList());
    }

    private static Predicate<String> isFence() {
        return line -> line.startsWith("```");
    }

    private static String withoutFencesAndBlanks(String text) {
        return text.lines()
                .filter(isFence().negate())
                .collect(Collectors.joining())
                .replace(" ", "");
    }

    private static List<String> parts(String text) {
        return MessageParts.of(text, MessageParts.MAX_BYTES);
    }
}

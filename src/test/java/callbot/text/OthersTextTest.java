package callbot.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of text that others wrote. */
class OthersTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\r\nb",
                "a\rb",
                "a\u2028b",
                "a\u2029b",
                "a\u0085b",
                "a\tb",
                "a\u0000b",
                "a\u0007b",
                "a\u001bb",
                "a\u202eb",
                "a\u2067b",
                "a\u200fb",
                "a\u061cb",
                "a\ud800b",
                " a b\n"
            })
    void staysOnItsLineAndInItsDirection(String text) {
        assertEquals("a b", OthersText.onOneLine(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u200bb", "a\u2060b", "a\u00adb", "\ufeffab"})
    void hasNothingInItThatNobodySees(String text) {
        assertEquals("ab", OthersText.onOneLine(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"李 👩‍🚀 é", "می‌خواهم", "مريم\u200e (2044)", "Ana  Berg"})
    void keepsWhatScriptsAndEmojiNeed(String text) {
        assertEquals(text, OthersText.onOneLine(text));
    }

    /** What breaks links and shows as nothing is written as a dot in the middle here. */
    @ParameterizedTest
    @CsvSource({
        "https://evil.example,           https:·//evil·.example",
        "see www.evil.example/x@y now,   see www·.evil·.example/x@y now",
        "evil.example,                   evil·.example",
        "webexteams://im?email=a@b.cc,   webexteams:·//im?email=a@b·.cc",
        "{{DATE(2026-03-01)}},           {·{DATE(2026-03-01)}}",
        "&#x202E; &lt; & a&b,            &·#x202E; &·lt; & a&b",
        "ana@example.com,                ana@example.com",
        "Dr. Ana B. 4.5 408.555.0134,    Dr. Ana B. 4.5 408.555.0134",
    })
    void isNoLinkAndNoTemplate(String text, String inert) {
        assertEquals(inert, OthersText.inert(text).replace('\u2060', '·'));
    }

    @Test
    void isNotLongerThanAnybodyReads() {
        assertEquals("a".repeat(299) + "…", OthersText.inert("a".repeat(5000)));
        assertEquals("👩👩…", OthersText.cut("👩👩👩👩", 3), "no character is cut in two");
        assertEquals("abc", OthersText.cut("abc", 3));
    }

    @Test
    void isCleanHoweverThePartsAreMixed() {
        String[] parts = {
            "a", "\u202e", "\u2060", "{", "://", "www.", "&", "#", "lt;", "\n", "\ud83d", "\udc69", ".", "ex", " ",
            "\u001b"
        };
        Pattern bad = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202e\\n]|://|\\{\\{|&#|&\\w+;|www\\.ex");
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) text.append(parts[random.nextInt(parts.length)]);
            String inert = OthersText.inert(text.toString());
            assertFalse(bad.matcher(inert).find(), () -> text + " became " + inert);
            assertTrue(OthersText.onOneLine(inert).length() <= text.length(), inert);
        }
    }
}

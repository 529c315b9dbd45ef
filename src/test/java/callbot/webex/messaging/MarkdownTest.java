package callbot.webex.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "John Smith      ; John Smith",
                "*               ; \\*",
                "_a_             ; \\_a\\_",
                "<@all>          ; \\<@all\\>",
                "[a](http://b)   ; \\[a\\](http:·//b)",
                "`code`          ; \\`code\\`",
                "# title         ; \\# title",
                "a\\*            ; a\\\\\\*",
                "~~gone~~        ; \\~\\~gone\\~\\~",
                "李 📞           ; 李 📞",
                "https://evil.ex ; https:·//evil·.ex",
                "{{DATE()}}      ; {·{DATE()}}",
                "a\u202eb\u001b  ; a b",
            })
    void aTextFromElsewhereShowsAsItIs(String text, String escaped) {
        assertEquals(escaped, Markdown.escape(text).replace('\u2060', '·'));
    }

    @Test
    void aBarEndsNoMention() {
        assertEquals("a\\|b", Markdown.escape("a|b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\rb", "a\u2028b"})
    void aTextFromElsewhereBeginsNoLine(String text) {
        assertEquals("a b", Markdown.escape(text));
    }

    /** What breaks markup and shows as nothing is written as a dot here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "**Ana** calls: `/answer`        ; **Ana** calls: /answer",
                "\\*Ana\\* calls                 ; ＊·Ana＊· calls",
                "alice\\_b@example.com            ; alice_b@example.com",
                "**\\_alice@example.com**         ; **＿·alice@example.com**",
                "\\[x\\](http://evil)             ; [·x]·(http://evil)",
                "Support \\[Tier 1\\]             ; Support [·Tier 1]·",
                "\\<@all\\> \\# \\| \\~\\~ \\\\      ; <·@all>· #· |· ~·~· ＼·",
                "“\\`/dial\\`”                    ; “｀·/dial｀·”",
            })
    void aTextShowsAsItIsOnACardToo(String markdown, String onCard) {
        assertEquals(onCard, Markdown.onCard(markdown).replace('\u2060', '·'));
    }

    @Test
    void whatCouldBeTypedCannotLeaveItsCode() {
        assertEquals("`/dial 2044 on a'b c`", Markdown.code("/dial 2044 on a`b\nc"));
        assertEquals("write /echo ＊a＊", Markdown.onCard("write `/echo *a*`"));
    }

    @Test
    void aLineOfCodeKeepsItsIndentAndNothingThatControls() {
        assertEquals("```\n  a b\nc\n```", Markdown.codeBlock("", "  a\u202eb\nc\u001b"));
    }

    @Test
    void codeIsFenced() {
        assertEquals("```json\n{}\n```", Markdown.codeBlock("json", "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"```", "a\n```\n<@all>", "````", "``````"})
    void codeCannotLeaveItsFence(String text) {
        String block = Markdown.codeBlock("", text);

        assertEquals("", block.substring(4, block.length() - 4).replaceAll("(?s)((?!```).)*", ""));
    }
}

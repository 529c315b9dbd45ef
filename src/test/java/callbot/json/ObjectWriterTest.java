package callbot.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectWriterTest {

    record Tokens(String access) {}

    @Test
    void writesFieldsInTheOrderOfWriting() {
        var written = Json.object()
                .put("z", "text")
                .put("a", 5)
                .put("m", 5L)
                .put("b", true)
                .put("c", 1.5);
        assertEquals("{\"z\":\"text\",\"a\":5,\"m\":5,\"b\":true,\"c\":1.5}", written.toString());
    }

    @Test
    void writesTimesAndConstantsAsText() {
        var written = Json.object()
                .put("at", Instant.parse("2026-01-02T03:04:05.678Z"))
                .put("day", DayOfWeek.MONDAY);
        assertEquals("{\"at\":\"2026-01-02T03:04:05.678Z\",\"day\":\"MONDAY\"}", written.toString());
    }

    @Test
    void leavesOutAnEmptyOptional() {
        var written = Json.object().put("there", Optional.of(List.of(1))).put("not", Optional.empty());
        assertEquals("{\"there\":[1]}", written.toString());
    }

    @Test
    void writesWhatIsNested() {
        var inner = Json.object().put("id", "x");
        var written = Json.object()
                .put("object", inner)
                .put("list", List.of(inner, "text", List.of()))
                .put("read", Json.parse("{\"a\":[null]}"));
        assertEquals(
                "{\"object\":{\"id\":\"x\"},\"list\":[{\"id\":\"x\"},\"text\",[]],\"read\":{\"a\":[null]}}",
                written.toString());
    }

    @Test
    void writesNullOnlyForAnAbsentValue() {
        assertEquals("{\"a\":null}", Json.object().put("a", Json.parse("null")).toString());
        assertThrows(NullPointerException.class, () -> Json.object().put("a", null));
    }

    @Test
    void refusesWhatNobodyMeantToWrite() {
        for (Object value : List.of(new Tokens("s3cret"), Map.of("a", 1), new byte[0], List.of(new Object()))) {
            var thrown = assertThrows(
                    IllegalArgumentException.class, () -> Json.object().put("a", value));
            assertTrue(!thrown.getMessage().contains("s3cret"));
        }
    }

    @Test
    void escapesWhatJsonMustAndKeepsTheRest() {
        String text = "\"\\/\b\f\n\r\t\u0001 <b> ü 日本 📞";
        var written = Json.object().put("text", text);
        assertEquals(Optional.of(text), Json.parse(written.toBytes()).text("text"));
        assertTrue(written.toString().endsWith("\\u0001 <b> ü 日本 📞\"}"));
        String half = text + "\ud83d";
        assertEquals(
                Optional.of(half),
                Json.parse(Json.object().put("text", half).toBytes()).text("text"));
    }

    @Test
    void writesForPeopleOverManyLines() {
        String pretty =
                Json.object().put("a", Json.object().put("b", 1)).toJson().toPrettyString();
        assertEquals(
                List.of("{", "  \"a\" : {", "    \"b\" : 1", "  }", "}"),
                pretty.lines().toList());
    }

    @Test
    void givesAValueThatNoLaterFieldChanges() {
        var inner = Json.object().put("a", 1);
        var outer = Json.object().put("inner", inner);
        Json before = outer.toJson();
        inner.put("b", 2);
        outer.put("c", 3);
        assertEquals("{\"inner\":{\"a\":1}}", before.toString());
    }
}

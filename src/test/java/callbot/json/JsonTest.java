package callbot.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final Json EVENT = Json.parse("""
            {"id": "a", "count": 5, "big": 9223372036854775807, "part": 1.5, "exp": 1e3, "yes": true, "no": false,
             "none": null, "list": ["x", null, "y"], "mixed": ["x", 1], "data": {"at": "2026-01-02T03:04:05.678Z",
             "deep": [{"id": "first"}, {"id": "second"}]}, "later": 1}
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} {}",
                "{} garbage",
                "[1,]",
                "{a:1}",
                "{'a':1}",
                "nul",
                "\"open",
                "{\"a\":1,\"a\":2}",
                "NaN",
                "01",
                "+1",
                "\"\\x\"",
                "\"line\nbreak\"",
                "// comment\n{}"
            })
    void refusesWhatIsNotOneDocument(String text) {
        assertThrows(JsonException.class, () -> Json.parse(text));
    }

    @Test
    void refusesWhatOnlyServesToExhaustIt() {
        assertRefused("[".repeat(65) + "]".repeat(65));
        assertRefused("[".repeat(1_000_000));
        assertRefused("{\"a\":".repeat(65) + "1" + "}".repeat(65));
        assertRefused("9".repeat(101));
        assertRefused("{\"" + "n".repeat(1025) + "\":1}");
        assertRefused("\"" + "x".repeat((1 << 20) + 1) + "\"");
        assertEquals(
                "[".repeat(64) + "]".repeat(64),
                Json.parse("[".repeat(64) + "]".repeat(64)).toString());
    }

    @Test
    void neverQuotesWhatItRefuses() {
        String secret = "{\"token\": \"s3cret\", \"when\": \"s3cret\", broken";
        var thrown = assertThrows(JsonException.class, () -> Json.parse(secret));
        assertFalse(thrown.getMessage().contains("s3cret"));
        Json read = Json.parse("{\"token\": \"s3cret\"}");
        assertRefused("\"token\" is not a time", () -> read.instant("token"));
        assertRefused("\"token\" is not a number", () -> read.number("token"));
    }

    @Test
    void readsFieldsByNameAndType() {
        assertEquals(Optional.of("a"), EVENT.text("id"));
        assertEquals("a", EVENT.requireText("id"));
        assertEquals(Optional.of(5L), EVENT.number("count"));
        assertEquals(Optional.of(Long.MAX_VALUE), EVENT.number("big"));
        assertTrue(EVENT.flag("yes"));
        assertFalse(EVENT.flag("no"));
        assertEquals(List.of("x", "y"), EVENT.texts("list"));
        assertEquals(List.of("first", "second"), ids(EVENT.at("data").list("deep")));
    }

    @Test
    void treatsNullAndMissingAlike() {
        for (String name : List.of("none", "missing")) {
            assertTrue(EVENT.at(name).isAbsent());
            assertTrue(EVENT.at(name).at("more").isAbsent());
            assertEquals(Optional.empty(), EVENT.text(name));
            assertEquals(Optional.empty(), EVENT.number(name));
            assertEquals(Optional.empty(), EVENT.instant(name));
            assertEquals(List.of(), EVENT.list(name));
            assertFalse(EVENT.flag(name));
            assertRefused("\"" + name + "\" is missing", () -> EVENT.requireText(name));
        }
    }

    @Test
    void saysWhichFieldHasTheWrongType() {
        assertRefused("\"count\" is not a string", () -> EVENT.text("count"));
        assertRefused("\"data\" is not a string", () -> EVENT.text("data"));
        assertRefused("\"id\" is not a number", () -> EVENT.number("id"));
        assertRefused("\"part\" is not a whole number", () -> EVENT.number("part"));
        assertRefused("\"exp\" is not a whole number", () -> EVENT.number("exp"));
        assertRefused("\"id\" is not true or false", () -> EVENT.flag("id"));
        assertRefused("\"id\" is not a time", () -> EVENT.instant("id"));
        assertRefused("\"data\" is not an array", () -> EVENT.list("data"));
        assertRefused("\"mixed\" is not a string", () -> EVENT.texts("mixed"));
        assertRefused("\"data.at\" is not a number", () -> EVENT.at("data").number("at"));
        assertRefused("\"data.at\" is not an array", () -> EVENT.at("data").list("at"));
    }

    @ParameterizedTest
    @CsvSource({
        "5, 5",
        "'\"5\"', 5",
        "'\" -7 \"', -7",
        "5.0, 5",
        "1e3, 1000",
        "'\"9223372036854775807\"', 9223372036854775807"
    })
    void readsWholeNumbersInOtherFormsIfItIsLenient(String written, long meant) {
        assertEquals(Optional.of(meant), lenient(written).number("field"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5.5", "true", "[]", "{}", "null", "\"\"", "\"five\"", "9223372036854775808", "1e999999999"})
    void doesWithoutANumberThatIsNoneIfItIsLenient(String written) {
        assertEquals(Optional.empty(), lenient(written).number("field"));
    }

    @Test
    void takesWhatItCanUnderstandIfItIsLenient() {
        assertEquals(Optional.of("5"), lenient("5").text("field"));
        assertEquals(Optional.of("true"), lenient("true").text("field"));
        assertEquals(Optional.empty(), lenient("{}").text("field"));
        assertTrue(lenient("\"True\"").flag("field"));
        assertFalse(lenient("\"yes\"").flag("field"));
        assertFalse(lenient("[true]").flag("field"));
        assertEquals(List.of("a", "5"), lenient("[\"a\", null, 5, {}]").texts("field"));
        assertEquals(List.of(), lenient("\"a\"").list("field"));
        assertEquals(Optional.empty(), lenient("\"yesterday\"").instant("field"));
        assertEquals(
                Optional.of("5"),
                lenient("{\"list\": [{\"id\": 5}]}")
                        .at("field")
                        .list("list")
                        .getFirst()
                        .text("id"));
        assertRefused("\"field\" is missing", () -> lenient("{}").requireText("field"));
    }

    @Test
    void refusesANumberThatDoesNotFit() {
        Json read = Json.parse("{\"n\": 9223372036854775808}");
        assertRefused("\"n\" is not a whole number", () -> read.number("n"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05.678Z, 2026-01-02T03:04:05.678Z",
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.678+00:00, 2026-01-02T03:04:05.678Z",
        "2026-01-02T03:04:05-08:00, 2026-01-02T11:04:05Z"
    })
    void readsTimesInTheFormsThatWebexUses(String text, Instant expected) {
        assertEquals(
                Optional.of(expected), Json.parse("{\"at\": \"" + text + "\"}").instant("at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-02", "2026-01-02T03:04:05", "2026-13-02T03:04:05Z", "yesterday", ""})
    void refusesTimesThatNameNoInstant(String text) {
        Json read = Json.parse("{\"at\": \"" + text + "\"}");
        assertRefused("\"at\" is not a time", () -> read.instant("at"));
    }

    @Test
    void takesAnyTypeAtTheTopAndFindsNoFieldsInIt() {
        assertTrue(Json.parse("null").isAbsent());
        for (String text : List.of("null", "[{\"id\":\"a\"}]", "\"id\"", "5", "true")) {
            Json read = Json.parse(text);
            assertFalse(read.isObject());
            assertEquals(List.of(), read.names());
            assertEquals(Optional.empty(), read.text("id"));
            assertEquals(text, read.toString());
        }
    }

    @Test
    void keepsTheOrderOfTheDocument() {
        assertEquals(
                List.of("z", "a", "m"), Json.parse("{\"z\":1,\"a\":2,\"m\":3}").names());
    }

    @Test
    void givesScalarsAsText() {
        assertEquals(Optional.of("a"), EVENT.at("id").scalar());
        assertEquals(Optional.of("5"), EVENT.at("count").scalar());
        assertEquals(Optional.of("true"), EVENT.at("yes").scalar());
        assertEquals(Optional.empty(), EVENT.at("data").scalar());
        assertEquals(Optional.empty(), EVENT.at("missing").scalar());
    }

    @Test
    void readsAllOfUnicode() {
        Json read = Json.parse("{\"name\": \"J\\u00fcrgen \\ud83d\\udcde\", \"größe\": \"日本 📞\"}");
        assertEquals(Optional.of("Jürgen 📞"), read.text("name"));
        assertEquals(Optional.of("日本 📞"), read.text("größe"));
    }

    private static Json lenient(String written) {
        return Json.parse("{\"field\": " + written + "}").lenient();
    }

    private static List<String> ids(List<Json> objects) {
        return objects.stream().map(object -> object.requireText("id")).toList();
    }

    private static void assertRefused(String text) {
        assertThrows(JsonException.class, () -> Json.parse(text));
    }

    private static void assertRefused(String message, Executable reading) {
        assertEquals(message, assertThrows(JsonException.class, reading).getMessage());
    }

    @Test
    void aByteThatIsNoTextSpoilsNothingElse() {
        Json json = Json.parse("{\"name\": \"Zo\u00eb\", \"id\": \"a\"}".getBytes(ISO_8859_1));
        assertEquals(Optional.of("Zo\ufffd"), json.text("name"));
        assertEquals(Optional.of("a"), json.text("id"));
    }

    @Test
    void halfACharacterIsReadAsItIsWritten() {
        Json json = Json.parse("{\"name\": \"\\ud83d\"}");
        assertEquals(json.toString(), Json.parse(json.toString()).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59-18:00", "+10000-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void aTimeWithWhichNobodyCouldReckonIsNone(String time) {
        Json json = Json.object().put("at", time).toJson();
        assertThrows(JsonException.class, () -> json.instant("at"));
        assertEquals(Optional.empty(), json.lenient().instant("at"));
    }
}

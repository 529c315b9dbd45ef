package callbot.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value that was read, or the absence of one. Immutable.
 *
 * <p>Fields of a known name and type are asked for with {@link #text}, {@link #number}, {@link #flag}, {@link #instant},
 * {@link #list} and {@link #at}. A field that is missing or {@code null} is absent; a field of another type than the one
 * asked for is a {@link JsonException}, unless it is read {@linkplain #lenient leniently}. Fields that nobody asks for do no
 * harm.
 */
public final class Json {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 1 << 20;
    private static final int LONGEST_NUMBER = 100;
    private static final int LAST_YEAR = 9999;

    private static final JSON READER = JSON.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxNameLength(1024)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .disable(JSON.Feature.USE_DEFERRED_MAPS) // they change while being read, and many threads may read
            .build();

    private static final JSON ON_ONE_LINE = READER.with(JSON.Feature.WRITE_NULL_PROPERTIES);
    private static final JSON INDENTED = ON_ONE_LINE.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private static final Json ABSENT = new Json("", null, false);

    private final String path;
    private final Object value;
    private final boolean lenient;

    Json(String path, Object value) {
        this(path, value, false);
    }

    private Json(String path, Object value, boolean lenient) {
        this.path = path;
        this.value = value;
        this.lenient = lenient;
    }

    /**
     * The same value, for whoever takes what can be understood and does without the rest: {@code "true"} is true, {@code 5} is
     * the text "5", {@code "5"} is a number, and what is not understood even so is absent.
     */
    public Json lenient() {
        return new Json(path, value, true);
    }

    /**
     * Reads one JSON document. What is no UTF-8 in it is read as U+FFFD: one odd character in a name spoils nothing else.
     *
     * @throws JsonException if the bytes are not exactly one JSON document
     */
    public static Json parse(byte[] utf8) {
        return parse(new String(utf8, StandardCharsets.UTF_8));
    }

    /**
     * Reads one JSON document.
     *
     * @throws JsonException if the text is not exactly one JSON document
     */
    public static Json parse(String text) {
        try (JsonParser parser = READER.getStreamingFactory().createParser(text)) {
            Object value = READER.anyFrom(parser);
            if (parser.nextToken() != null) throw new JsonException("there is more after the end of the JSON document");
            return new Json("", value);
        } catch (IOException e) {
            throw new JsonException("not a JSON document");
        }
    }

    /** Begins an object to be written. */
    public static ObjectWriter object() {
        return new ObjectWriter();
    }

    /** The field of this name, absent if this is no object or has no such field. */
    public Json at(String name) {
        if (!(value instanceof Map<?, ?> fields) || fields.get(name) == null) return ABSENT;
        return new Json(path.isEmpty() ? name : path + "." + name, fields.get(name), lenient);
    }

    /** Whether there is no value here. */
    public boolean isAbsent() {
        return value == null;
    }

    /** Whether this is an object. */
    public boolean isObject() {
        return value instanceof Map;
    }

    /** The names of this object's fields, in the order of the document; none if this is no object. */
    public List<String> names() {
        if (!(value instanceof Map<?, ?> fields)) return List.of();
        return fields.keySet().stream().map(String.class::cast).toList();
    }

    /** The text at this field. */
    public Optional<String> text(String name) {
        return at(name).asText();
    }

    /** The text at this field, which must be there. */
    public String requireText(String name) {
        return text(name).orElseThrow(() -> new JsonException("\"" + name + "\" is missing"));
    }

    /** The whole number at this field. */
    public Optional<Long> number(String name) {
        Json field = at(name);
        if (lenient) return field.scalar().flatMap(Json::wholeNumber);
        return field.as(Number.class, "a number").map(number -> {
            if (number instanceof Long || number instanceof Integer) return number.longValue();
            throw new JsonException("\"" + name + "\" is not a whole number");
        });
    }

    /** Whether the field is there and {@code true}. */
    public boolean flag(String name) {
        Json field = at(name);
        if (lenient) return field.scalar().filter("true"::equalsIgnoreCase).isPresent();
        return field.as(Boolean.class, "true or false").orElse(false);
    }

    /**
     * The time at this field, in any of the ISO 8601 forms that Webex uses. Others have years that RFC 3339 cannot say, with which
     * nobody could reckon.
     */
    public Optional<Instant> instant(String name) {
        return text(name).flatMap(text -> {
            try {
                OffsetDateTime time = OffsetDateTime.parse(text);
                if (time.getYear() < 0 || time.getYear() > LAST_YEAR)
                    throw new DateTimeException("the year is too far away");
                return Optional.of(time.toInstant());
            } catch (DateTimeException e) {
                if (lenient) return Optional.empty();
                throw new JsonException("\"" + name + "\" is not a time");
            }
        });
    }

    /** The values of the array at this field; none if it is absent. */
    public List<Json> list(String name) {
        Json field = at(name);
        return field.as(List.class, "an array").stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(element -> new Json(field.path, element, lenient))
                .toList();
    }

    /** The texts of the array at this field; none if it is absent. */
    public List<String> texts(String name) {
        return list(name).stream().flatMap(element -> element.asText().stream()).toList();
    }

    /** This value if it is a string, a number or a boolean, as text. */
    public Optional<String> scalar() {
        return switch (value) {
            case String text -> Optional.of(text);
            case Number number -> Optional.of(number.toString());
            case Boolean flag -> Optional.of(flag.toString());
            case null, default -> Optional.empty();
        };
    }

    /** This value as JSON text on one line; {@code null} if absent. */
    @Override
    public String toString() {
        return write(ON_ONE_LINE, value);
    }

    /** This value as JSON text for people, indented. */
    public String toPrettyString() {
        return write(INDENTED, value);
    }

    Object value() {
        return value;
    }

    private Optional<String> asText() {
        return lenient ? scalar() : as(String.class, "a string");
    }

    private <T> Optional<T> as(Class<T> type, String described) {
        if (value == null) return Optional.empty();
        if (type.isInstance(value)) return Optional.of(type.cast(value));
        if (lenient) return Optional.empty();
        throw new JsonException("\"" + path + "\" is not " + described);
    }

    private static Optional<Long> wholeNumber(String text) {
        if (text.length() > LONGEST_NUMBER) return Optional.empty();
        try {
            return Optional.of(new BigDecimal(text.strip()).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    static byte[] bytes(Object value) {
        try {
            return ON_ONE_LINE.asBytes(value);
        } catch (IOException e) {
            throw new JsonException("cannot be written as JSON");
        }
    }

    static String write(Object value) {
        return write(ON_ONE_LINE, value);
    }

    private static String write(JSON writer, Object value) {
        try {
            return writer.asString(value);
        } catch (IOException e) {
            throw new JsonException("cannot be written as JSON");
        }
    }
}

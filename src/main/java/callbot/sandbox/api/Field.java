package callbot.sandbox.api;

import callbot.json.Json;
import callbot.sandbox.base.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What one field of a request may hold.
 *
 * @param name its name
 * @param kind the type of its value
 * @param required whether it must be there
 * @param nullable whether it may be null in a JSON body
 * @param rule what its value must fulfil, as text
 * @param described the rule in words
 */
public record Field(
        String name, Kind kind, boolean required, boolean nullable, Predicate<String> rule, String described) {

    enum Kind {
        TEXT,
        FLAG,
        NUMBER,
        TIME,
        TEXTS,
        LIST,
        OBJECT
    }

    /** A text that must be there, unless told otherwise. */
    public static Field required(String name) {
        return new Field(name, Kind.TEXT, true, false, value -> true, "");
    }

    /** A text that may be there, unless told otherwise. */
    public static Field optional(String name) {
        return new Field(name, Kind.TEXT, false, false, value -> true, "");
    }

    public Field orNull() {
        return new Field(name, kind, required, true, rule, described);
    }

    public Field flag() {
        return of(Kind.FLAG);
    }

    public Field texts() {
        return of(Kind.TEXTS);
    }

    public Field list() {
        return of(Kind.LIST);
    }

    public Field object() {
        return of(Kind.OBJECT);
    }

    public Field time() {
        return of(Kind.TIME);
    }

    /** A whole number from 1 on. */
    public Field count() {
        return of(Kind.NUMBER).where(value -> Long.parseLong(value) >= 1, "at least 1");
    }

    /** A whole number between these, which it may be. */
    public Field whole(long least, long most) {
        return of(Kind.NUMBER)
                .where(
                        value -> Long.parseLong(value) >= least && Long.parseLong(value) <= most,
                        "between " + least + " and " + most);
    }

    public Field oneOf(String... values) {
        return where(Set.of(values)::contains, "one of " + String.join(", ", values));
    }

    public Field matching(String pattern) {
        return where(Pattern.compile(pattern).asMatchPredicate(), "of the form " + pattern);
    }

    /** A text of at most so many bytes in UTF-8; Webex counts bytes, not characters. */
    public Field bytes(int most) {
        return where(
                value -> value.getBytes(StandardCharsets.UTF_8).length <= most, "at most " + most + " bytes in UTF-8");
    }

    public Field where(Predicate<String> rule, String described) {
        return new Field(name, kind, required, nullable, rule, described);
    }

    private Field of(Kind kind) {
        return new Field(name, kind, required, nullable, rule, described);
    }

    /**
     * Checks this field of a JSON body.
     *
     * @throws Refusal if it is null, or its value breaks the rule
     * @throws callbot.json.JsonException if it has another type
     */
    void check(Json body) {
        if (body.at(name).isAbsent() && nullable) return;
        if (body.at(name).isAbsent()) throw refusal("must not be null");
        switch (kind) {
            case TEXT -> follow(body.requireText(name));
            case FLAG -> body.flag(name);
            case NUMBER -> follow(body.number(name).orElseThrow().toString());
            case TIME -> body.instant(name);
            case LIST -> body.list(name);
            case TEXTS -> {
                if (body.texts(name).size() != body.list(name).size()) throw refusal("must hold strings");
            }
            case OBJECT -> {
                if (!body.at(name).isObject()) throw refusal("must be an object");
            }
        }
    }

    /**
     * Checks this field of a query or a form, where everything is text.
     *
     * @throws Refusal if its value breaks the rule
     */
    void check(String value) {
        switch (kind) {
            case FLAG -> {
                if (!value.equals("true") && !value.equals("false")) throw refusal("must be true or false");
            }
            case NUMBER -> {
                if (!value.matches("-?[0-9]{1,9}")) throw refusal("must be a whole number");
            }
            case TIME -> {
                try {
                    OffsetDateTime.parse(value);
                } catch (DateTimeException e) {
                    throw refusal("must be a time in ISO 8601");
                }
            }
            case TEXT, TEXTS, LIST, OBJECT -> {}
        }
        follow(value);
    }

    private void follow(String value) {
        if (!rule.test(value)) throw refusal("must be " + described);
    }

    private Refusal refusal(String problem) {
        return Refusal.badRequest("\"" + name + "\" " + problem + ".");
    }
}

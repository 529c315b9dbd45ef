package callbot.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object being put together, field by field, in the order of writing. {@link Json#object} begins one. */
public final class ObjectWriter {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    ObjectWriter() {}

    /**
     * Adds a field. An {@link Optional} is written as what it holds, and not at all when it is empty.
     *
     * @param value a string, number, boolean, enum, time, {@link Json}, writer, collection of these, or an Optional of one
     * @throws IllegalArgumentException if it is anything else, whose fields perhaps nobody meant to show
     */
    public ObjectWriter put(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> put(name, present));
        } else {
            fields.put(name, plain(value));
        }
        return this;
    }

    /** The object so far, as a value that can be read. */
    public Json toJson() {
        return new Json("", plain(this));
    }

    /** The object as JSON text. */
    @Override
    public String toString() {
        return Json.write(fields);
    }

    /** The object as JSON text in UTF-8. */
    public byte[] toBytes() {
        return Json.bytes(fields);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number;
            case Boolean flag -> flag;
            case Enum<?> constant -> constant.name();
            case Instant time -> time.toString();
            case Json json -> json.value();
            case ObjectWriter writer -> new LinkedHashMap<>(writer.fields);
            case Collection<?> many -> {
                List<Object> list = new ArrayList<>();
                many.forEach(element -> list.add(plain(element)));
                yield list;
            }
            default -> throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass());
        };
    }
}

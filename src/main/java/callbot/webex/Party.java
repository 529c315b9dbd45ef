package callbot.webex;

import callbot.json.Json;
import java.util.Optional;

/**
 * The other side of a call, as far as it lets itself be known.
 *
 * @param name absent if unknown or withheld
 * @param number a number or address, absent if unknown or withheld
 */
public record Party(Optional<String> name, Optional<String> number) {

    static Party from(Json json) {
        return new Party(present(json, "name"), present(json, "number"));
    }

    /** Name and number, as much of it as is known. */
    public String described() {
        if (name.isPresent() && number.isPresent() && !name.equals(number))
            return name.get() + " (" + number.get() + ")";
        return name.or(() -> number).orElse("a private caller");
    }

    private static Optional<String> present(Json json, String field) {
        return json.text(field).filter(text -> !text.isBlank());
    }
}

package callbot.sandbox.faults;

import callbot.json.Json;
import java.util.function.Consumer;

/**
 * Something that one can do on the page to make things go wrong, or well again.
 *
 * @param name what the page calls it
 * @param cause does it; the page's wish says the details
 */
public record Trouble(String name, Consumer<Json> cause) {

    /** One without details. */
    public static Trouble of(String name, Runnable cause) {
        return new Trouble(name, wish -> cause.run());
    }
}

package callbot.webex.line;

import callbot.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * Single number reach: the numbers that ring as well, each of which can be switched on and off.
 *
 * @param enabled whether any of them does; no user can change that by the API
 */
public record SingleNumberReach(boolean enabled, List<ReachNumber> numbers) {

    /** Keeps a copy. */
    public SingleNumberReach {
        numbers = List.copyOf(numbers);
    }

    /** @throws callbot.json.JsonException if it does not say what is on, of which nothing must be guessed */
    static SingleNumberReach from(Json json) {
        return new SingleNumberReach(
                OnOff.of(json),
                json.list("numbers").stream()
                        .map(ReachNumber::from)
                        .flatMap(Optional::stream)
                        .toList());
    }
}

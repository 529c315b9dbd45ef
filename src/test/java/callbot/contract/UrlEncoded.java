package callbot.contract;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The notation of queries and forms, {@code name=value&name=value}. */
final class UrlEncoded {

    private UrlEncoded() {}

    /**
     * The decoded values of each name, in the order in which they stand.
     *
     * @throws IllegalArgumentException if an escape is broken
     */
    static Map<String, List<String>> parse(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (encoded.isEmpty()) return values;
        for (String pair : encoded.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            values.computeIfAbsent(decoded(sides[0]), name -> new ArrayList<>())
                    .add(sides.length == 1 ? "" : decoded(sides[1]));
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

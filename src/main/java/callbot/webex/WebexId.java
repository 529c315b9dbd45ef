package callbot.webex;

import callbot.json.Json;
import callbot.json.JsonException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The ids that Webex gives to people, rooms and calls. Most are the base64 of {@code ciscospark://<cluster>/<TYPE>/<uuid>}, in
 * either alphabet and with or without padding; Webex has been seen to name one person by two clusters, and to leave it at the
 * bare UUID. So an id goes back to Webex as it came, and is compared by its {@link #key}.
 */
public final class WebexId {

    /** Webex's own have some 80 to 120 characters. */
    private static final int LONGEST = 400;

    /** How every address of a thing begins, and into how many parts slashes divide it. */
    private static final String SCHEME = "ciscospark://";

    private static final int PARTS = 5;

    private static final int UUID_LENGTH = 36;

    private WebexId() {}

    /** The id at this field, as it came; absent if there is none, or none that could be one: too long, or not ASCII. */
    public static Optional<String> at(Json json, String field) {
        return json.text(field).filter(id -> id.length() <= LONGEST && consistsOf(id, c -> c > ' ' && c <= '~'));
    }

    /**
     * The id at this field, as it came.
     *
     * @throws JsonException if there is none that could be one
     */
    public static String required(Json json, String field) {
        return at(json, field).orElseThrow(() -> new JsonException("\"" + field + "\" is missing, or is no id"));
    }

    /**
     * The id in the one form in which it is compared, and under which things are remembered: two ids of the same thing have the
     * same key. It has only letters, digits, dots, hyphens and underscores.
     *
     * @param type what a bare UUID is the id of, such as {@code PEOPLE}
     */
    public static String key(String type, String id) {
        String inside = isUuid(id) ? id : decoded(id);
        if (isUuid(inside)) return written(type, inside);
        if (inside.startsWith(SCHEME)) {
            String[] parts = inside.split("/", PARTS);
            if (parts.length == PARTS && List.of(parts).indexOf("") == 1 && !parts[PARTS - 1].isEmpty())
                return written(parts[PARTS - 2], parts[PARTS - 1]);
        }
        String unpadded = id.replace("=", "");
        return consistsOf(unpadded, WebexId::isOfKeys) ? unpadded : base64(id);
    }

    /** The id as a part of a path. */
    public static String inPath(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** In this form Webex gives out most of its ids. */
    private static String written(String type, String name) {
        return base64("ciscospark://us/" + type + "/" + (isUuid(name) ? name.toLowerCase(Locale.ROOT) : name));
    }

    private static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) return false;
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean isHyphen = text.charAt(i) == '-';
            boolean wantsHyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (isHyphen != wantsHyphen || !isHyphen && !HexFormat.isHexDigit(text.charAt(i))) return false;
        }
        return true;
    }

    private static boolean isOfKeys(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_.-".indexOf(c) >= 0;
    }

    private static boolean consistsOf(String text, IntPredicate characters) {
        for (int i = 0; i < text.length(); i++) if (!characters.test(text.charAt(i))) return false;
        return !text.isEmpty();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is inside; the id itself if that is no base64. */
    private static String decoded(String id) {
        String urlSafe = id.replace('+', '-').replace('/', '_').replace("=", "");
        try {
            return new String(Base64.getUrlDecoder().decode(urlSafe), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }
}

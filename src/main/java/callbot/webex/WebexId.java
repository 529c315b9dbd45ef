package callbot.webex;

import callbot.json.Json;
import callbot.json.JsonException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids that Webex gives to people, rooms and calls. Most are the base64 of {@code ciscospark://<cluster>/<TYPE>/<uuid>}, in
 * either alphabet and with or without padding; Webex has been seen to name one person by two clusters, and to leave it at the
 * bare UUID. So an id goes back to Webex as it came, and is compared by its {@link #key}.
 */
public final class WebexId {

    /** Webex's own have some 80 to 120 characters. */
    private static final int LONGEST = 400;

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + LONGEST + "}");
    private static final Pattern URI = Pattern.compile("ciscospark://[^/]+/([^/]+)/(.+)");
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]+");

    private WebexId() {}

    /** The id at this field, as it came; absent if there is none, or none that could be one: too long, or not ASCII. */
    public static Optional<String> at(Json json, String field) {
        return json.text(field).filter(id -> VISIBLE.matcher(id).matches());
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
        String inside = UUID.matcher(id).matches() ? id : decoded(id);
        if (UUID.matcher(inside).matches()) return written(type, inside);
        Matcher uri = URI.matcher(inside);
        if (uri.matches()) return written(uri.group(1), uri.group(2));
        String unpadded = id.replace("=", "");
        return KEY.matcher(unpadded).matches() ? unpadded : base64(id);
    }

    /** The id as a part of a path. */
    static String inPath(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** In this form Webex gives out most of its ids. */
    private static String written(String type, String name) {
        return base64("ciscospark://us/" + type + "/"
                + (UUID.matcher(name).matches() ? name.toLowerCase(Locale.ROOT) : name));
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

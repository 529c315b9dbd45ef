package callbot.sandbox.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the secrets in an exchange, and puts the names of shell variables in their place. No token, no client secret, no
 * code, no state and no key of a signature gets past it.
 */
final class Masks {

    static final String TOKEN = "WEBEX_TOKEN";

    /** What a field of JSON, of a form or of a query is called, and what stands for its value. */
    private static final Map<String, String> FIELDS = Map.of(
            "access_token", TOKEN,
            "refresh_token", "REFRESH_TOKEN",
            "client_secret", "CLIENT_SECRET",
            "code", "CODE",
            "code_verifier", "CODE_VERIFIER",
            "state", "STATE",
            "secret", "WEBHOOK_SECRET");

    /** What is shorter is a word, such as the state of a call. */
    private static final int SHORTEST = 12;

    private static final String ENDS = "&\\s\"'<>()\\\\";

    private static final List<Pattern> PLACES = List.of(
            Pattern.compile(
                    "\"(access_token|refresh_token|client_secret|code|code_verifier|secret)\"\\s*:\\s*\"([^\"]+)\""),
            Pattern.compile("(?<![\\w-])(access_token|refresh_token|client_secret|code|code_verifier|state)=([^" + ENDS
                    + "]+)"),
            Pattern.compile("(?<=%26|%3F)(code|state)%3D([\\w.~-]+)"));

    private static final Pattern BEARER = Pattern.compile("(?i)Bearer ([^" + ENDS + "]+)");

    private final Map<String, String> always = new LinkedHashMap<>();

    /** Masks for these secrets, wherever they are, and for those that their places give away. */
    Masks(String botToken, String clientSecret) {
        always.put(botToken, TOKEN);
        always.put(clientSecret, "CLIENT_SECRET");
    }

    /** The text without the secrets that are known beforehand or can be told by their place in it. */
    String mask(String text) {
        return in(List.of(text)).apply(text);
    }

    /** What makes texts harmless, written so that nobody takes the name for a value: {@code $WEBEX_TOKEN}. */
    UnaryOperator<String> in(List<String> texts) {
        return in(texts, name -> "$" + name);
    }

    /**
     * What makes texts harmless in which there may be any secret that can be told by its place in one of them.
     *
     * @param placeholder what stands for a secret, by the name of its variable
     */
    UnaryOperator<String> in(List<String> texts, UnaryOperator<String> placeholder) {
        Map<String, String> secrets = new LinkedHashMap<>(always);
        texts.forEach(text -> find(text, secrets));
        List<String> longestFirst = secrets.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
        return text -> {
            String masked = text;
            for (String secret : longestFirst) masked = masked.replace(secret, placeholder.apply(secrets.get(secret)));
            return masked;
        };
    }

    private static void find(String text, Map<String, String> secrets) {
        for (Pattern place : PLACES) {
            Matcher found = place.matcher(text);
            while (found.find()) keep(found.group(2), FIELDS.get(found.group(1)), secrets);
        }
        Matcher bearer = BEARER.matcher(text);
        while (bearer.find()) keep(bearer.group(1), TOKEN, secrets);
    }

    private static void keep(String secret, String name, Map<String, String> secrets) {
        if (secret.length() < SHORTEST) return;
        secrets.putIfAbsent(secret, name);
        secrets.putIfAbsent(
                URLDecoder.decode(secret.replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8), name);
    }
}

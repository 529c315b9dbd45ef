package callbot.sandbox.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** What a card may be made of, as {@code cards.txt} says, which also explains how it says it. */
final class CardGrammar {

    private final Map<String, Map<String, Property>> kinds = new HashMap<>();
    private final Map<String, List<String>> groups = new HashMap<>();

    /**
     * A property of a kind of thing.
     *
     * @param holds what it holds: a type, a kind, a group, or words with {@code |} between them
     * @param required whether it must be there
     * @param list whether it holds a list
     */
    record Property(String holds, boolean required, boolean list) {}

    CardGrammar() {
        Map<String, String> shorthands = new HashMap<>();
        String joined = text().replaceAll("(?m)^#.*$", "").replaceAll(",\\s*\n\\s*", ", ");
        for (String line : joined.lines().filter(line -> !line.isBlank()).toList()) {
            if (line.contains("=")) {
                String[] sides = line.split("\\s*=\\s*", 2);
                if (sides[0].startsWith("@")) shorthands.put(sides[0], expand(sides[1], shorthands));
                else kinds.put(sides[0], parse(expand(sides[1], shorthands)));
            } else {
                String[] sides = line.split(":\\s*", 2);
                groups.put(sides[0], List.of(sides[1].split(",\\s*")));
            }
        }
    }

    /** The properties of this kind of thing by name; a later one of the same name counts. */
    Map<String, Property> properties(String kind) {
        return kinds.get(kind);
    }

    boolean isKind(String name) {
        return kinds.containsKey(name);
    }

    boolean isGroup(String name) {
        return groups.containsKey(name);
    }

    /** Whether a thing of this kind is what is expected: that kind, or one of the kinds of that group. */
    boolean isOne(String kind, String expected) {
        return isGroup(expected) ? groups.get(expected).contains(kind) : kind.equals(expected);
    }

    private static String expand(String text, Map<String, String> shorthands) {
        String expanded = text;
        for (var shorthand : shorthands.entrySet()) {
            expanded = expanded.replaceAll(shorthand.getKey() + "\\b", Matcher.quoteReplacement(shorthand.getValue()));
        }
        return expanded;
    }

    private static Map<String, Property> parse(String text) {
        Map<String, Property> properties = new LinkedHashMap<>();
        for (String one : text.split(",\\s*")) {
            String[] words = one.split("\\s+");
            boolean required = words[0].endsWith("!");
            boolean list = words[1].endsWith("*");
            properties.put(words[0].replace("!", ""), new Property(words[1].replace("*", ""), required, list));
        }
        return properties;
    }

    private static String text() {
        try (InputStream in = CardGrammar.class.getResourceAsStream("cards.txt")) {
            if (in == null) throw new IllegalStateException("cards.txt is missing from the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

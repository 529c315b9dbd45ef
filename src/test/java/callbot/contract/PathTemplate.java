package callbot.contract;

import static java.util.stream.Collectors.joining;

import java.util.List;

/**
 * A path of the contract, like {@code /messages/{messageId}}.
 *
 * @param segments what stands between the slashes; a segment in braces stands for any text but none
 */
record PathTemplate(List<String> segments) {

    static PathTemplate of(String path) {
        return new PathTemplate(List.of(path.split("/", -1)));
    }

    /** Whether the path, still percent-encoded, is one of those meant. */
    boolean matches(String path) {
        String[] given = path.split("/", -1);
        if (given.length != segments.size()) return false;
        for (int i = 0; i < given.length; i++) {
            boolean fits = isVariable(segments.get(i))
                    ? !given[i].isEmpty()
                    : segments.get(i).equals(given[i]);
            if (!fits) return false;
        }
        return true;
    }

    /** Of two templates that match one path the one with the smaller preference is meant: literal text comes first. */
    String preference() {
        return segments.stream().map(segment -> isVariable(segment) ? "1" : "0").collect(joining());
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}

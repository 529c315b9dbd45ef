package callbot.webex.messaging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into messages of so many bytes of UTF-8, at line ends, code fences closed and reopened. */
final class MessageParts {

    /** The most that Webex takes in one message by its documentation, in bytes. */
    static final int MAX_BYTES = 7439;

    private static final String FENCE = "```";

    private final int roomForText;
    private final int longestLine;
    private final List<String> parts = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private int bytes;
    private boolean fenced;

    private MessageParts(int most) {
        roomForText = most - 2 * (FENCE.length() + 1);
        longestLine = roomForText - (FENCE.length() + 2);
    }

    /** The text in as many parts as it takes, of so many bytes at most. */
    static List<String> of(String markdown, int most) {
        if (utf8(markdown) <= most) return List.of(markdown);
        MessageParts parts = new MessageParts(most);
        markdown.lines().forEach(parts::addLine);
        parts.finishPart();
        return parts.parts;
    }

    private void addLine(String line) {
        if (utf8(line) > longestLine) {
            line.codePoints().forEach(this::addCharacter);
        } else {
            boolean closesFence = fenced && line.equals(FENCE); // for which there is always room
            if (bytes + utf8(line) + 1 > roomForText && !closesFence) finishPart();
            append(line);
        }
        append("\n");
        if (line.startsWith(FENCE)) fenced = !fenced;
    }

    private void addCharacter(int codePoint) {
        String character = Character.toString(codePoint);
        if (bytes + utf8(character) + 1 > roomForText) finishPart();
        append(character);
    }

    private void append(String text) {
        part.append(text);
        bytes += utf8(text);
    }

    private void finishPart() {
        if (fenced)
            part.append(part.charAt(part.length() - 1) == '\n' ? "" : "\n").append(FENCE);
        String finished = part.toString().stripTrailing();
        if (!finished.isEmpty()) parts.add(finished); // Webex takes no message of blanks
        part.setLength(0);
        bytes = 0;
        if (fenced) append(FENCE + "\n");
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

package callbot;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of settings, {@code .env}. A line that is understood here means the same to docker compose; a line that the two could
 * take differently is refused, with the way to write it that both take alike: in single quotes.
 *
 * @param variables by name; of several with one name the last
 * @param notes what is allowed and may still be a mistake, one sentence each, without any value
 * @see <a href="https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax">What
 *     docker compose reads</a>
 */
record EnvFile(Map<String, String> variables, List<String> notes) {

    private static final Pattern SETTING =
            Pattern.compile("(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(?<value>.*)", Pattern.DOTALL);
    private static final Pattern WITH_COLON =
            Pattern.compile("(?:export\\s+)?[A-Za-z_][A-Za-z0-9_]*\\s*:.*", Pattern.DOTALL);
    private static final Pattern QUOTED =
            Pattern.compile("(?<quote>['\"])(?<text>.*?)\\k<quote>(?:\\s+#.*)?", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile(" #(?<first>.?).*", Pattern.DOTALL);

    private static final String CURE = "Put the value in single quotes.";

    EnvFile {
        variables = Map.copyOf(variables);
        notes = List.copyOf(notes);
    }

    /**
     * The settings in this file, none if there is no such file.
     *
     * @throws Config.InvalidException if a line cannot be read; all of them are told, by number
     */
    static EnvFile read(Path file) {
        try {
            return parse(Files.readString(file)).with(openToOthers(file));
        } catch (NoSuchFileException e) {
            return new EnvFile(Map.of(), List.of());
        } catch (CharacterCodingException e) {
            throw new Config.InvalidException(List.of(file + " is not written in UTF-8. Save it anew as such."));
        } catch (IOException e) {
            throw new Config.InvalidException(List.of(file + " is there and cannot be read. Is it a file, and yours?"));
        }
    }

    /** The settings in this text. */
    static EnvFile parse(String text) {
        Map<String, String> variables = new HashMap<>();
        List<String> notes = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> lines =
                withoutByteOrderMark(text).lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty() || lines.get(i).startsWith("#")) continue;
            String place = "Line " + (i + 1) + " of .env ";
            Matcher setting = SETTING.matcher(lines.get(i));
            if (!setting.matches()) {
                boolean colon = WITH_COLON.matcher(lines.get(i)).matches();
                problems.add(place + (colon ? "has a colon behind the name. Write" : "is no setting. Every line is")
                        + " NAME=value or begins with #.");
                continue;
            }
            switch (value(setting.group("value"))) {
                case Value.Plain(String value) -> {
                    if (variables.put(setting.group("name"), value) != null)
                        notes.add(place + "sets " + setting.group("name") + " again. The last one counts.");
                }
                case Value.Cut(String value) -> {
                    variables.put(setting.group("name"), value);
                    notes.add(place + "looks cut: what follows \" #\" is a comment. If it is meant to be part of "
                            + setting.group("name") + ", put the whole value in single quotes.");
                }
                case Value.Unclear(String why) -> problems.add(place + "(" + setting.group("name") + ") " + why);
            }
        }
        if (!problems.isEmpty()) throw new Config.InvalidException(problems);
        return new EnvFile(variables, notes);
    }

    private sealed interface Value {

        record Plain(String text) implements Value {}

        /** Without what is a comment, but does not look like one. */
        record Cut(String text) implements Value {}

        record Unclear(String why) implements Value {}
    }

    private static Value value(String written) {
        if (written.indexOf('\0') >= 0) return new Value.Unclear("holds a NUL character.");
        Matcher quoted = QUOTED.matcher(written);
        if (quoted.matches()) return quoted(quoted.group("quote"), quoted.group("text"));
        if (written.startsWith("'") || written.startsWith("\""))
            return new Value.Unclear("has a quotation mark that is not closed at the end of the same line. "
                    + "Write the value in single quotes, without any in it.");
        if (written.startsWith("#")) return new Value.Unclear("has a value that begins with #. " + CURE);
        Matcher comment = COMMENT.matcher(written);
        boolean commented = comment.find();
        String text = commented ? written.substring(0, comment.start()).strip() : written;
        if (text.contains("$"))
            return new Value.Unclear("holds a $, which begins a variable for docker compose. " + CURE);
        boolean looksCut = commented && !comment.group("first").matches("[\\s#]?");
        return looksCut ? new Value.Cut(text) : new Value.Plain(text);
    }

    private static Value quoted(String quote, String text) {
        if (text.contains(quote))
            return new Value.Unclear("holds the quotation mark that it stands in. Use the other one.");
        if (quote.equals("'"))
            return text.endsWith("\\")
                    ? new Value.Unclear("ends in a backslash, which docker compose would take for part of the quote.")
                    : new Value.Plain(text);
        return text.matches("[^$\\\\]*")
                ? new Value.Plain(text)
                : new Value.Unclear(
                        "has $ or \\ in double quotes, which mean something there to docker compose. " + CURE);
    }

    private EnvFile with(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new EnvFile(variables, all);
    }

    private static List<String> openToOthers(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) return List.of(); // a system that has other means
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        return permissions.contains(PosixFilePermission.OTHERS_READ)
                ? List.of("Everybody on this machine can read " + file
                        + ". Its secrets are yours alone after chmod 600 " + file + ".")
                : List.of();
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}

package callbot;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Variables as they are read: whatever is wrong with one is noted, and the reading goes on, so that all is told at once. */
final class Settings {

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    Settings(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    void problem(String name, String what) {
        problems.add(name + " " + what);
    }

    /** The variable's text; an empty variable counts as unset, as in a .env file that was not filled in. */
    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** A variable that must be set; if it is not, the placeholder stands in until the problems are told. */
    String required(String name, String where) {
        return text(name).orElseGet(() -> {
            problem(name, "is not set. " + where);
            return "missing";
        });
    }

    /** Texts separated by commas or blanks. */
    List<String> list(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                .toList();
    }

    int port(String name, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) return otherwise;
        int port = text.get().matches("\\d{1,5}") ? Integer.parseInt(text.get()) : 0;
        if (port >= 1 && port <= 65535) return port;
        problem(
                name,
                "is \"" + text.get() + "\", which is no port. Give a number from 1 to 65535, or leave it unset for "
                        + otherwise + ".");
        return otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return switch (text(name, "").toLowerCase(java.util.Locale.ROOT)) {
            case "" -> otherwise;
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> {
                problem(name, "is neither true nor false.");
                yield otherwise;
            }
        };
    }

    /** An address with one of these schemes and a host, without a slash at its end. */
    Optional<URI> address(String name, String... schemes) {
        return text(name).flatMap(text -> {
            Optional<URI> address = uri(text.replaceFirst("/+$", ""))
                    .filter(uri -> Arrays.asList(schemes).contains(uri.getScheme()));
            if (address.isEmpty()) {
                problem(
                        name,
                        "is not an address that begins with " + String.join(":// or ", schemes)
                                + ":// and names a host.");
            }
            return address;
        });
    }

    /** A host, which may be followed by a colon and a port, between these parts of an address. */
    Optional<URI> host(String name, String before, String after) {
        return text(name).flatMap(text -> {
            Optional<URI> address =
                    uri(before + text + after).filter(uri -> uri.getPath().isEmpty());
            if (address.isEmpty()) problem(name, "is not the name of a host, without anything before or after it.");
            return address;
        });
    }

    /** An address with a host. What is wrong with another is told without quoting it: it may hold a password. */
    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

package callbot;

import callbot.webex.messaging.Email;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables as they are read: whatever is wrong with one is noted, and the reading goes on, so that all is told at once. What is
 * told never quotes a value: it may be a secret in the wrong place.
 */
final class Settings {

    private static final Pattern AUTHORITY =
            Pattern.compile("(?:.*@)?(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>\\d{1,5}))?");
    private static final String COPY_AGAIN = ". Copy it again from where it is shown, as plain text.";

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Settings(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    void problem(String name, String what) {
        problems.add(name + " " + what);
    }

    /** What works and may still be a mistake. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    void note(String name, String what) {
        notes.add(name + " " + what);
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

    /** A secret or an id that must be set, as it is shown where it is made. The word {@code Bearer} is no part of it. */
    String credential(String name, String where) {
        return credential(name).orElseGet(() -> required(name, where));
    }

    /** A secret or an id, if it is set. */
    Optional<String> credential(String name) {
        Optional<String> text = text(name).map(given -> given.replaceFirst("(?i)^bearer +", ""));
        text.flatMap(CopyFault::in).ifPresent(fault -> problem(name, fault + COPY_AGAIN));
        return text;
    }

    /** An e-mail address that must be set. */
    String email(String name, String where) {
        if (text(name).filter(text -> Email.of(text).isEmpty()).isPresent())
            problem(name, "is not an e-mail address. " + where);
        return required(name, where);
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
        if (isPort(text.get())) return Integer.parseInt(text.get());
        problem(name, "is no port. Give a number from 1 to 65535, or leave it unset for " + otherwise + ".");
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

    /** An address of a web server, with nothing behind its path, without a slash at its end. */
    Optional<URI> webAddress(String name) {
        return exactWebAddress(name).map(uri -> URI.create(uri.toString().replaceFirst("/+$", "")));
    }

    /** An address of a web server, with nothing behind its path, as it is written. */
    Optional<URI> exactWebAddress(String name) {
        return address(name, "https", "http").filter(uri -> {
            boolean isPlain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (uri.getHost() != null && isPlain) return true;
            String odd = isPlain
                    ? "names a host that is none. It consists of letters, digits, hyphens and dots."
                    : "holds more than scheme, host, port and path. Leave out user, password, ? and #.";
            problem(name, odd);
            return false;
        });
    }

    /** An address with one of these schemes and a host. What is wrong with another is told without quoting it. */
    Optional<URI> address(String name, String... schemes) {
        return text(name).flatMap(text -> {
            Optional<URI> address =
                    uri(text).filter(uri -> Arrays.asList(schemes).contains(uri.getScheme()));
            if (address.isEmpty()) {
                problem(
                        name,
                        "is not an address that begins with " + String.join(":// or ", schemes)
                                + ":// and names a host. What is neither letter nor digit in a password is written as its"
                                + " code, such as %40 for @.");
            }
            return address;
        });
    }

    /** A host, which may be followed by a colon and a port, between these parts of an address. */
    Optional<URI> host(String name, String before, String after) {
        return text(name).flatMap(text -> {
            Optional<URI> address =
                    uri(before + text + after).filter(uri -> uri.getPath().isEmpty() && !text.contains("@"));
            if (before.equals("https://"))
                address = address.filter(uri -> uri.getHost() != null); // a name of the Internet
            if (address.isEmpty()) problem(name, "is not the name of a host, without anything before or after it.");
            return address;
        });
    }

    private static boolean isPort(String text) {
        if (!text.matches("\\d{1,5}")) return false;
        int port = Integer.parseInt(text);
        return port >= 1 && port <= 65535;
    }

    /** An address with a host, in which docker compose's may have an underscore, and a port that exists. */
    static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            Matcher authority = AUTHORITY.matcher(Objects.requireNonNullElse(uri.getRawAuthority(), ""));
            if (!authority.matches()) return Optional.empty();
            return authority.group("port") == null || isPort(authority.group("port"))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

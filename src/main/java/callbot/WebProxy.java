package callbot;

import callbot.webex.messaging.Email;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** The proxy through which Webex is reached, as most programs take it from the environment. */
final class WebProxy {

    private WebProxy() {}

    /**
     * The proxy in one of these variables, unless Webex is among those that are reached without; absent then.
     *
     * @param name of the variable; its name in small letters, which most programs prefer, counts as well
     * @param exceptions the variable with the hosts that are reached without a proxy
     */
    static Optional<URI> read(Settings in, String name, String exceptions, URI webex) {
        String small = Email.lowerCase(name);
        String used = in.text(small).isPresent() ? small : name;
        if (in.text(used).isEmpty() || isException(in, exceptions, webex.getHost())) return Optional.empty();
        if (!webex.getScheme().equals("https")) return Optional.empty();

        String written = in.text(used, "");
        Optional<URI> proxy = Optional.of(written.contains("://") ? written : "http://" + written)
                .flatMap(Settings::uri)
                .filter(uri -> "http".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null);
        if (proxy.isEmpty()) {
            in.problem(
                    used,
                    "is not a proxy that I can use: http://host:port, without user and password. Name Webex's host in "
                            + exceptions + " if it is reached without.");
        }
        return proxy;
    }

    private static boolean isException(Settings in, String name, String host) {
        String listed = in.text(Email.lowerCase(name)).orElse(in.text(name, ""));
        return Arrays.stream(listed.split("[,\\s]+"))
                .map(entry -> Email.lowerCase(entry).replaceFirst(":\\d+$", "").replaceFirst("^\\*?\\.", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
    }
}

package callbot.sandbox.wire;

import callbot.sandbox.traffic.Exchange;
import java.util.ArrayList;
import java.util.List;

/** A request as a command for the shell, to be tried out against the real Webex. Secrets are variables. */
final class Curl {

    private static final String WEBEX = "https://webexapis.com";

    /** What curl adds by itself, or what belongs to one exchange only. */
    private static final List<String> LEFT_OUT = List.of(
            "host",
            "content-length",
            "connection",
            "user-agent",
            "accept-encoding",
            "trackingid",
            "http2-settings",
            "upgrade");

    private final Masks masks;

    Curl(Masks masks) {
        this.masks = masks;
    }

    /** The command; its lines end in backslashes. */
    String of(Exchange exchange) {
        String url =
                exchange.direction() == Exchange.Direction.TO_WEBEX ? WEBEX + exchange.target() : exchange.target();
        List<String> words = new ArrayList<>();
        words.add("curl -X " + exchange.method() + " " + quoted(url));
        exchange.requestHeaders().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name)) values.forEach(value -> words.add("-H " + header(name, value)));
        });
        if (!exchange.requestBody().isEmpty()) words.add("--data-raw " + quoted(exchange.requestBody()));
        String command = String.join(" \\\n  ", words);
        return masks.in(WireDetails.texts(exchange), name -> "'\"$" + name + "\"'")
                .apply(command)
                .replaceAll("\"''(?=\\s|$)", "\""); // nothing comes behind the variable
    }

    private static String header(String name, String value) {
        return WireDetails.isSignature(name) ? quoted(name + ": ") + "\"$SIGNATURE\"" : quoted(name + ": " + value);
    }

    /** One word of the shell, whatever is in it. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

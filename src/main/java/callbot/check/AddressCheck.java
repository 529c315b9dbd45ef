package callbot.check;

import callbot.Config;
import callbot.http.Response;
import callbot.http.Route;
import callbot.http.WebServer;
import callbot.tunnel.PublicUrl;
import callbot.tunnel.TunnelException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether what is sent to the public address comes to this machine. It is asked from here; a firewall may see that otherwise. */
final class AddressCheck {

    private static final String TOPIC = "address";
    private static final String ALIVE = "I am alive.";

    private final Config config;
    private final PublicUrl publicUrl;
    private final Browser browser;
    private Optional<URI> found = Optional.empty();

    AddressCheck(Config config, PublicUrl publicUrl, Browser browser) {
        this.config = config;
        this.publicUrl = publicUrl;
        this.browser = browser;
    }

    /** The address, if there is one. */
    Optional<URI> found() {
        return found;
    }

    Finding finding() {
        try {
            URI address = publicUrl.refresh();
            found = Optional.of(address);
            return leadsHere(address);
        } catch (TunnelException failure) {
            return Finding.bad(TOPIC, "There is no address at which Webex could reach the bot.", failure.getMessage());
        }
    }

    /** If the bot does not run, a server stands in for it and says what nobody else can know. */
    private Finding leadsHere(URI address) {
        String word = UUID.randomUUID().toString();
        Route route = new Route("GET", "/health", request -> Response.text(200, word));
        try (WebServer server = WebServer.start(config.listenOn(), config.port(), List.of(route))) {
            return answered(address, word, "It leads here, to port " + server.port() + ".");
        } catch (IOException e) {
            return answered(
                    address,
                    ALIVE,
                    "A callbot answers there; port " + config.port() + " is taken, so it may be this one that runs.");
        }
    }

    private Finding answered(URI address, String expected, String good) {
        Optional<Browser.Page> page = browser.open(URI.create(address + "/health"));
        if (page.isEmpty())
            return Finding.bad(
                    TOPIC,
                    "Nobody answers at " + address + ".",
                    "See whether its name leads to this machine, and whether something in front of it, such as Caddy, nginx"
                            + " or a firewall, hands requests on to port " + config.port() + ".");
        if (page.get().body().strip().equals(expected)) return Finding.good(TOPIC, address + ": " + good);
        return Finding.bad(
                TOPIC,
                "At " + address + " somebody else answers (" + page.get().status() + ").",
                "What is sent there must come to port " + config.port() + " of this machine: see WXC_CC_PUBLIC_URL, and"
                        + " what hands requests on.");
    }
}

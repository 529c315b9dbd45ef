package callbot;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.traffic.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * The power fails at the moment when Webex has done what a request asks for, and before the bot hears of it. What the bot
 * does after that moment is not in its state file; what it had written down before is.
 */
final class Crash {

    private final Scene scene;
    private final Wire.Listening listening;
    private volatile byte[] stateThen;

    private Crash(Scene scene, String method, String path) {
        this.scene = scene;
        this.listening = scene.webex().wire().listen(exchange -> {
            if (isTheMoment(exchange, method, path)) stateThen = state();
        });
    }

    /** Crashes with the first request of this method to a path that begins so. */
    static Crash at(Scene scene, String method, String path) {
        return new Crash(scene, method, path);
    }

    /** Puts the state back to that moment. The bot does not run any more. */
    void happen() {
        scene.stop();
        listening.close();
        assertNotNull(stateThen, "there was no such moment");
        try {
            Files.write(scene.bot().stateFile(), stateThen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isTheMoment(Exchange exchange, String method, String path) {
        return stateThen == null
                && exchange.direction() == Exchange.Direction.TO_WEBEX
                && exchange.method().equals(method)
                && exchange.target().startsWith("/v1" + path);
    }

    private byte[] state() {
        try {
            return Files.readAllBytes(scene.bot().stateFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.store.StoreUnavailableException;
import callbot.webex.WebexException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** A bot that could not start leaves everything as it was, so that it can be started again in the same process. */
class FailedStartTest {

    @Test
    void whatWebexRefusesAtFirstWorksLater() {
        try (Scene scene = Scene.prepared()) {
            scene.webex().faults().next(1, "GET", "/people/me").answer(401);
            assertThrows(WebexException.class, scene::start);
            scene.start();
            assertEquals("hello", scene.ask(scene.alice(), "/echo hello").text());
        }
    }

    @Test
    void webhooksThatWebexRefusesAtFirstComeLater() {
        try (Scene scene = Scene.prepared()) {
            scene.webex().faults().next(1, "GET", "/webhooks").answer(401);
            assertThrows(WebexException.class, scene::start);
            scene.start();
            assertEquals("hello", scene.ask(scene.alice(), "/echo hello").text());
        }
    }

    @Test
    void aPortThatIsTakenAtFirstIsTakenLater() throws IOException {
        try (Scene scene = Scene.prepared()) {
            try (ServerSocket taken = new ServerSocket()) {
                taken.bind(new InetSocketAddress("127.0.0.1", scene.bot().port()));
                assertThrows(UncheckedIOException.class, scene::start);
            }
            scene.start();
            assertEquals("hello", scene.ask(scene.alice(), "/echo hello").text());
        }
    }

    @Test
    void aKeyThatDoesNotFitCanBeMended() {
        try (Scene scene = Scene.prepared()
                .with("WXC_CC_STATE_KEY", "first key 0123456789abcdef01234567")
                .start()) {
            scene.stop();
            scene.with("WXC_CC_STATE_KEY", "other key 0123456789abcdef01234567");
            String said =
                    assertThrows(StoreUnavailableException.class, scene::start).getMessage();
            assertTrue(said.contains("does not open with this key"), said);
            scene.with("WXC_CC_STATE_KEY", "first key 0123456789abcdef01234567").start();
            assertEquals("hello", scene.ask(scene.alice(), "/echo hello").text());
        }
    }
}

package callbot.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.testing.RealRedis;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tunnel that somebody else keeps up. */
class NgrokTunnelTest {

    private static final URI OURS = URI.create("https://ours.ngrok.app");
    private static final Duration AT_ONCE = Duration.ZERO;

    private final FakeAgent agent = new FakeAgent();
    private final NgrokTunnel tunnel = NgrokTunnel.at(agent.host(), 6001, AT_ONCE);

    NgrokTunnelTest() throws IOException {}

    @AfterEach
    void close() {
        tunnel.close();
        agent.close();
    }

    @Test
    void theEndpointThatLeadsToOurPortIsTaken() {
        agent.leads("https://ours.ngrok.app -> http://bot:6001");

        assertEquals(OURS, tunnel.current());
        assertEquals(List.of("/api/endpoints"), agent.asked());
    }

    @Test
    void anOlderNgrokIsAskedForItsTunnels() {
        agent.says("/api/tunnels", """
                {"tunnels": [
                  {"name": "other", "uri": "/api/tunnels/other", "public_url": "https://other.ngrok.app", "proto": "https",
                   "config": {"addr": "http://localhost:8080", "inspect": true}},
                  {"name": "command_line", "uri": "/api/tunnels/command_line", "public_url": "https://ours.ngrok.app",
                   "proto": "https", "config": {"addr": "http://localhost:6001", "inspect": true},
                   "metrics": {"conns": {"count": 0}}}], "uri": "/api/tunnels"}""");

        assertEquals(OURS, tunnel.current());
        assertEquals(List.of("/api/endpoints", "/api/tunnels"), agent.asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:6001", "http://127.0.0.1:6001", "localhost:6001", "6001"})
    void theUpstreamMayBeWrittenInManyWays(String upstream) {
        agent.leads("https://ours.ngrok.app -> " + upstream);

        assertEquals(OURS, tunnel.current());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.ngrok.app -> http://localhost:8080",
                "https://other.ngrok.app -> http://localhost:60010",
                "https://other.ngrok.app -> http://localhost:16001",
                "https://other.ngrok.app -> http://localhost:600",
                "https://other.ngrok.app -> 16001",
                "http://plain.ngrok.app -> http://localhost:6001",
                "tcp://1.tcp.ngrok.io:6001 -> localhost:22",
            })
    void anotherProgramsTunnelIsNotTakenThoughItIsFirst(String other) {
        agent.leads(other, "https://ours.ngrok.app -> http://localhost:6001");
        assertEquals(OURS, tunnel.current());

        agent.leads(other);
        assertThrows(TunnelException.class, tunnel::refresh);
    }

    @Test
    void aTunnelThatComesUpWhileWaitingIsFound() {
        agent.leads();
        agent.whenAsked(() -> {
            if (agent.asked().size() > 4) agent.leads("https://ours.ngrok.app -> http://localhost:6001");
        });
        try (var patient = NgrokTunnel.at(agent.host(), 6001, Duration.ofSeconds(20))) {
            assertEquals(OURS, patient.current());
        }
    }

    @Test
    void aChangeIsSeenWhenLookedForAndNotBefore() {
        agent.leads("https://ours.ngrok.app -> http://localhost:6001");
        tunnel.current();

        agent.leads("https://new.ngrok.app -> http://localhost:6001");

        assertEquals(OURS, tunnel.current());
        assertEquals(URI.create("https://new.ngrok.app"), tunnel.refresh());
        assertEquals(URI.create("https://new.ngrok.app"), tunnel.current());
    }

    @Test
    void whenTheTunnelIsGoneItIsSaidAndTheLastAddressRemembered() {
        agent.leads("https://ours.ngrok.app -> http://localhost:6001");
        tunnel.current();

        agent.leads();

        assertThrows(TunnelException.class, tunnel::refresh);
        assertEquals(OURS, tunnel.current());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{\"endpoints\": [",
                "[]",
                "{\"endpoints\": {}}",
                "{\"endpoints\": [null, 5, {}]}",
                "{\"endpoints\": [{\"url\": 5}]}",
                "{\"endpoints\": [{\"url\": \"https://a b\", \"upstream\": {\"url\": \"http://localhost:6001\"}}]}",
            })
    void anAnswerThatMakesNoSenseIsNoTunnel(String answer) {
        agent.says("/api/endpoints", answer);

        assertThrows(TunnelException.class, tunnel::current);
    }

    @Test
    void whenThereIsNobodyItIsSaidWhatToDo() {
        int port = RealRedis.freePort();
        try (var nobody = NgrokTunnel.at("127.0.0.1:" + port, 6001, AT_ONCE)) {
            var failure = assertThrows(TunnelException.class, nobody::current);

            assertEquals(
                    "ngrok at 127.0.0.1:" + port + " has no https tunnel to port 6001."
                            + " Start one there (ngrok http 6001), or set WXC_CC_PUBLIC_URL.",
                    failure.getMessage());
        }
    }

    @Test
    void aHostAloneMeansTheUsualPort() {
        try (var elsewhere = NgrokTunnel.at("127.0.0.2", 6001, AT_ONCE)) {
            var failure = assertThrows(TunnelException.class, elsewhere::current);

            assertTrue(failure.getMessage().startsWith("ngrok at 127.0.0.2:4040 has no"), failure.getMessage());
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingIsToldAndStaysInterrupted() {
        agent.leads();
        try (var patient = NgrokTunnel.at(agent.host(), 6001, Duration.ofSeconds(50))) {
            Thread.currentThread().interrupt();

            assertThrows(TunnelException.class, patient::current);

            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void anAddressFromTheConfigurationStays() {
        try (var fixed = PublicUrl.fixed(OURS)) {
            assertEquals(OURS, fixed.current());
            assertEquals(OURS, fixed.refresh());
        }
    }
}

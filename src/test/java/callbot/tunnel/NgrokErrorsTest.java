package callbot.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the operator reads when ngrok, here a shell script, gives no tunnel. */
class NgrokErrorsTest {

    @TempDir
    private Path folder;

    private final FakeAgent agent = new FakeAgent();

    NgrokErrorsTest() throws IOException {}

    @BeforeEach
    void haveNoTunnel() {
        agent.leads();
    }

    @AfterEach
    void close() {
        agent.close();
    }

    @Test
    void aMissingTokenIsExplained() throws Exception {
        String says = """
                cat <<'END'
                t=2026-08-07T10:00:00+0000 lvl=info msg="no configuration paths supplied"
                ERROR:  authentication failed: Usage of ngrok requires a verified account and authtoken.
                ERROR:
                ERROR:  Sign up for an account: https://dashboard.ngrok.com/signup
                ERROR:  Install your authtoken: https://dashboard.ngrok.com/get-started/your-authtoken
                ERROR:
                ERROR:  ERR_NGROK_4018
                ERROR:  https://ngrok.com/docs/errors/err_ngrok_4018
                ERROR:
                END
                exit 1""";
        assertEquals(
                "ngrok wants to know whose it is: run `ngrok config add-authtoken <token>` once, with the token from"
                        + " https://dashboard.ngrok.com, or set NGROK_AUTHTOKEN.",
                whyNot(says));
    }

    @ParameterizedTest
    @CsvSource({"108, Your ngrok account lets no more agents run", "334, Another ngrok agent has the address"})
    void anotherAgentThatIsInTheWayIsNamedWithTheCure(String code, String explained) throws Exception {
        String why =
                whyNot("echo 'ERROR:  It is limited.' >&2; echo 'ERROR:  ERR_NGROK_%s' >&2; exit 1".formatted(code));
        assertTrue(why.startsWith(explained), why);
        assertTrue(why.contains("https://dashboard.ngrok.com/agents") && why.contains("WXC_CC_PUBLIC_URL"), why);
    }

    @Test
    void anotherErrorIsToldInNgroksOwnWords() throws Exception {
        assertEquals("ngrok gave no tunnel: Something is odd. ERR_NGROK_727", whyNot("""
                        echo "starting"
                        echo "ERROR:  Something is odd." >&2
                        echo "ERROR:  ERR_NGROK_727" >&2
                        echo "ERROR:" >&2
                        exit 1"""));
    }

    @Test
    void anErrorWithALongerNumberIsAnotherError() throws Exception {
        assertEquals("ngrok gave no tunnel: ERR_NGROK_1056", whyNot("echo 'ERROR:  ERR_NGROK_1056'; exit 1"));
    }

    @Test
    void anErrorIsForgottenWithTheProcessThatHadIt() throws Exception {
        try (var tunnel = local(
                "[ -e %s/again ] || echo 'ERROR: ERR_NGROK_727'; touch %s/again; exit 1".formatted(folder, folder),
                Duration.ofSeconds(20))) {
            var first = assertThrows(TunnelException.class, tunnel::refresh);
            var second = assertThrows(TunnelException.class, tunnel::refresh);

            assertEquals("ngrok gave no tunnel: ERR_NGROK_727", first.getMessage());
            assertEquals("ngrok gave no tunnel.", second.getMessage());
        }
    }

    @Test
    void aMissingNgrokIsExplained() throws Exception {
        List<String> missing = List.of(folder.resolve("no-such-ngrok").toString());
        try (var tunnel = NgrokTunnel.local(agent.host(), missing, Map.of(), 6001, Duration.ofSeconds(20))) {
            var failure = assertThrows(TunnelException.class, tunnel::current);

            assertEquals(
                    "There is no ngrok on this machine to reach the bot from outside. Install it from"
                            + " https://ngrok.com/download, or set WXC_CC_PUBLIC_URL to an address of your own.",
                    failure.getMessage());
        }
    }

    @Test
    void anNgrokThatGivesNoTunnelInTimeIsGivenUp() throws Exception {
        try (var tunnel = local("exec sleep 600", Duration.ofMillis(300))) {
            var failure = assertThrows(TunnelException.class, tunnel::current);

            assertEquals("ngrok gave no tunnel.", failure.getMessage());
        }
    }

    private String whyNot(String commands) throws IOException {
        try (var tunnel = local(commands, Duration.ofSeconds(20))) {
            return assertThrows(TunnelException.class, tunnel::current).getMessage();
        }
    }

    private NgrokTunnel local(String commands, Duration patience) throws IOException {
        Path script = Files.writeString(folder.resolve("ngrok"), commands + "\n");
        return NgrokTunnel.local(agent.host(), List.of("/bin/sh", script.toString()), Map.of(), 6001, patience);
    }
}

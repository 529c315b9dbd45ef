package callbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.sandbox.webex.FakeWebex;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dialogue of {@code setup}, with an operator who makes mistakes. */
class SetupTest {

    private static final String OURS = "https://bot.example.com";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private FakeWebex webex;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        webex = FakeWebex.start(Clock.systemUTC());
        webex.allowRedirect(OURS + "/redirect");
        file = directory.resolve(".env");
    }

    @AfterEach
    void end() {
        webex.close();
    }

    @Test
    void whatIsAnsweredIsWrittenSoThatTheBotCanStart() throws IOException {
        answer(
                webex.botToken(),
                webex.integration().clientId(),
                webex.integration().clientSecret(),
                OURS,
                "",
                "example.com");
        Config config = written();
        assertEquals(webex.bot().email(), config.bot().email(), "which nobody was asked for");
        assertEquals(webex.botToken(), config.bot().accessToken().reveal());
        assertEquals(
                webex.integration().clientSecret(),
                config.integration().clientSecret().reveal());
        assertEquals(OURS + "/redirect", config.redirectUrl().toString());
        assertEquals("[example.com]", config.allowed().toString());
        assertEquals(44, config.stateKeys().getFirst().reveal().length(), "32 random bytes");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aWrongAnswerIsAskedForAgainAtOnce() throws IOException {
        String id = webex.integration().clientId();
        String secret = webex.integration().clientSecret();
        answer(
                "“quoted”",
                "unknown-token",
                webex.botToken(),
                id,
                "wrong",
                id,
                secret,
                "bot.example.com",
                OURS,
                "",
                "all",
                "");
        assertEquals(webex.botToken(), written().bot().accessToken().reveal());
        for (String words : new String[] {
            "WXC_CC_BOT_ACCESS_TOKEN holds a typographic quotation mark",
            "✘ bot token",
            "✔ bot token",
            "✘ integration",
            "✔ integration",
            "WXC_CC_PUBLIC_URL is not an address",
            "✔ sign-in link",
            "WXC_CC_ALLOWED holds something that is neither"
        }) assertTrue(said().contains(words), words + " in " + said());
        assertFalse(said().contains(secret) || said().contains(webex.botToken()), said());
    }

    @Test
    void whatWebexDoesNotTakeIsRegisteredBeforeItGoesOn() throws IOException {
        assertThrows(
                EOFException.class,
                () -> answer(
                        webex.botToken(),
                        webex.integration().clientId(),
                        webex.integration().clientSecret(),
                        "",
                        "",
                        ""));
        assertTrue(
                said().contains("Register this redirect URI with the integration: http://localhost:6001/redirect"),
                said());
        assertTrue(said().contains("✘ sign-in link"), said());
        assertFalse(Files.exists(file), "nothing is written before the end");
    }

    @Test
    void aFileThatIsThereIsNeverOverwritten() throws IOException {
        Files.writeString(file, "WXC_CC_BOT_EMAIL=mine@webex.bot\n");
        assertThrows(FileAlreadyExistsException.class, this::answer);
        assertEquals("WXC_CC_BOT_EMAIL=mine@webex.bot\n", Files.readString(file));
    }

    private void answer(String... lines) throws IOException {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new StringReader(String.join("\n", lines) + "\n"));
        new Setup(in, out, Map.of("WEBEX_API_URL", webex.url()), new Random(1), Clock.systemUTC()).run(file);
    }

    private Config written() {
        Map<String, String> variables = new HashMap<>(EnvFile.read(file).variables());
        variables.put("WEBEX_API_URL", webex.url());
        return Config.from(variables);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}

package callbot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as it is started, in a directory and an environment of its own. */
class MainTest {

    private static final String COMPLETE = """
            WXC_CC_BOT_ACCESS_TOKEN=bot-t0ken
            WXC_CC_BOT_EMAIL=robot@webex.bot
            WXC_CC_BOT_NAME="Call Robot"
            # and the integration

            WXC_CC_INTEGRATION_CLIENT_ID=client-id
            WXC_CC_INTEGRATION_CLIENT_SECRET=s3cret0123456789abcdef0123456789abcdef0123456789abcdef0123456789
            """;

    private static final String USAGE =
            "usage: java -jar callbot.jar [run | setup | check [--json] | sandbox [--port N] [--webex-only [--limit N]]]\n";

    /** Neither Webex nor the bot is there. */
    private static final Map<String, String> NOWHERE =
            Map.of("WEBEX_API_URL", "http://127.0.0.1:1", "WXC_CC_PUBLIC_URL", "http://127.0.0.1:1");

    @TempDir
    private Path directory;

    private record Ended(int status, String out, String err) {}

    /** Reads no variables at all, whatever the environment holds. */
    static final class ReadingNothing {

        private ReadingNothing() {}

        public static void main(String[] arguments) {
            try {
                System.out.println(Config.from(Map.of()));
            } catch (Config.InvalidException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** Starts the program, and tells for how many seconds its servers let an answer last. */
    static final class StartingAndTelling {

        private StartingAndTelling() {}

        public static void main(String[] arguments) {
            Main.main(arguments);
            System.out.println(System.getProperty("sun.net.httpserver.maxRspTime"));
            System.exit(0);
        }
    }

    @Test
    void withoutSettingsItListsWhatIsMissing() throws Exception {
        Ended ended = start(Main.class, Map.of(), "run");
        assertEquals(78, ended.status(), ended.err());
        assertEquals(
                4,
                ended.err()
                        .lines()
                        .filter(line -> line.startsWith("  - WXC_CC_"))
                        .count(),
                ended.err());
        assertSaysItPlainly(ended);
    }

    @Test
    void withoutArgumentsItRuns() throws Exception {
        Ended ended = start(Main.class, Map.of());
        assertEquals(78, ended.status(), ended.err());
        assertTrue(ended.err().startsWith("callbot cannot start with these settings:\n  - "), ended.err());
        assertTrue(ended.err().contains("java -jar callbot.jar setup "), ended.err());
        assertTrue(ended.err().endsWith("See .env.sample.\n"), ended.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"walk", "", "--help", "RUN"})
    void ofAnUnknownArgumentItSaysWhichThereAre(String argument) throws Exception {
        Ended ended = start(Main.class, Map.of(), argument);
        assertEquals(new Ended(64, "", USAGE), ended);
    }

    @ParameterizedTest
    @CsvSource({
        "--colour, The sandbox has no option \"--colour\".",
        "--port, Behind --port a number is missing.",
        "--port eighty, 'Behind --port there must be a number from 0 to 65535, not \"eighty\".'",
        "--webex-only --port 65536, 'Behind --port there must be a number from 0 to 65535, not \"65536\".'",
        "--webex-only --limit 0, 'Behind --limit there must be a number from 1 to 99999, not \"0\".'",
        "--limit 5, --limit goes with --webex-only.",
    })
    void ofWrongOptionsItSaysWhatIsWrong(String options, String problem) throws Exception {
        Ended ended = start(Main.class, Map.of(), ("sandbox " + options).split(" "));
        assertEquals(new Ended(64, "", problem + "\n" + USAGE), ended);
    }

    /** The page is told of events for hours. */
    @ParameterizedTest
    @ValueSource(strings = {"sandbox --port 0", "sandbox --webex-only --port 0"})
    void inTheSandboxAnswersMayLast(String arguments) throws Exception {
        Ended ended = start(StartingAndTelling.class, Map.of(), arguments.split(" "));
        assertEquals("-1", ended.out().lines().toList().getLast(), ended.err());
    }

    @Test
    void aPortThatIsTakenIsSaidInASentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Ended ended = start(Main.class, Map.of(), "sandbox", "--webex-only", "--port", port);
            assertEquals(69, ended.status(), ended.err());
            assertTrue(
                    ended.err().contains("port " + port + " is taken. Choose another one with --port."), ended.err());
            assertSaysItPlainly(ended);
        }
    }

    @Test
    void aSetupToWhichNobodyAnswersWritesNothing() throws Exception {
        Ended ended = start(Main.class, NOWHERE, "setup");
        assertEquals(69, ended.status(), ended.err());
        assertTrue(ended.out().contains("WXC_CC_BOT_ACCESS_TOKEN: "), ended.out());
        assertFalse(Files.exists(directory.resolve(".env")));
        write(COMPLETE);
        assertEquals(64, start(Main.class, NOWHERE, "setup").status());
    }

    @Test
    void aCheckWithoutSettingsListsThemToo() throws Exception {
        Ended ended = start(Main.class, Map.of(), "check");
        assertEquals(78, ended.status(), ended.err());
        assertEquals(
                4,
                ended.out()
                        .lines()
                        .filter(line -> line.startsWith("✘ settings"))
                        .count(),
                ended.out());
        assertEquals("", ended.err());
    }

    @Test
    void aCheckSaysWhatIsWrongAndWhatMayBeAMistake() throws Exception {
        write(COMPLETE + "REDIS_URL=redis://h:s3cret@127.0.0.1:1 #passw0rd\n");
        Ended ended = start(Main.class, NOWHERE, "check");
        assertEquals(69, ended.status(), ended.err());
        for (String begin : List.of(
                "✔ settings ", "! settings     Line 8 of .env looks cut", "✘ webex ", "✘ redis ", "– webhooks "))
            assertTrue(ended.out().contains(begin), begin + " in " + ended.out());
        assertFalse(ended.out().contains("s3cret") || ended.out().contains("passw0rd"), ended.out());
        assertEquals("", ended.err());
    }

    @Test
    void aCheckIsAlsoToldToPrograms() throws Exception {
        write(COMPLETE);
        Ended ended = start(Main.class, NOWHERE, "check", "--json");
        assertEquals(69, ended.status(), ended.err());
        Json told = Json.parse(ended.out());
        assertFalse(told.flag("ok"));
        assertEquals(
                List.of("webex", "address"),
                told.list("findings").stream()
                        .filter(finding -> finding.requireText("result").equals("bad"))
                        .map(finding -> finding.requireText("topic"))
                        .toList());
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws Exception {
        write(COMPLETE + "REDIS_URL=redis://from-file\n");
        Map<String, String> environment = new HashMap<>(NOWHERE);
        environment.put("REDIS_URL", "redis://:passw0rd@127.0.0.1:1");
        Ended ended = start(Main.class, environment, "check");
        assertTrue(ended.out().contains("redis://127.0.0.1:1"), ended.out());
        assertFalse(ended.out().contains("from-file"), ended.out());
    }

    @Test
    void aLineThatCannotBeReadIsSaidInASentence() throws Exception {
        write(COMPLETE + "this is s3cret no setting\n");
        String said = "Line 8 of .env is no setting. Every line is NAME=value";
        Ended run = start(Main.class, Map.of(), "run");
        assertEquals(78, run.status(), run.err());
        assertTrue(run.err().contains(said), run.err());
        assertSaysItPlainly(run);
        Ended check = start(Main.class, Map.of(), "check");
        assertEquals(78, check.status(), check.err());
        assertTrue(check.out().contains(said), check.out());
    }

    @Test
    void webexIsReachedThroughTheProxyThatIsSet() throws Exception {
        write(COMPLETE);
        try (ServerSocket proxy = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> firstLine(proxy));
            Map<String, String> behindIt = Map.of(
                    "HTTPS_PROXY",
                    "http://127.0.0.1:" + proxy.getLocalPort(),
                    "WEBEX_API_URL",
                    "https://webex.invalid/v1");
            Ended ended = start(Main.class, behindIt, "run");
            assertEquals("CONNECT webex.invalid:443 HTTP/1.1", asked.get(30, TimeUnit.SECONDS), ended.err());
            assertTrue(ended.err().contains("event=webex.proxy"), ended.err());
        }
    }

    /** What the first client asks for; all are sent away. */
    private static String firstLine(ServerSocket server) {
        try (Socket client = server.accept();
                var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
            String first = lines.readLine();
            client.getOutputStream().write("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
            server.close();
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatCannotBeReachedIsSaidInASentence() throws Exception {
        Map<String, String> nowhere = Map.of("WEBEX_API_URL", "http://127.0.0.1:1", "WXC_CC_LOG_LEVEL", "ERROR");
        write(COMPLETE);
        Ended ended = start(Main.class, nowhere, "run");
        assertEquals(69, ended.status(), ended.err());
        assertTrue(ended.err().startsWith("callbot cannot start: Webex cannot be reached"), ended.err());
        assertSaysItPlainly(ended);
    }

    @Test
    void theEnvironmentNeverLeaksIntoSettingsThatAreGiven() throws Exception {
        Map<String, String> everything = Map.of(
                "WXC_CC_BOT_ACCESS_TOKEN", "bot-t0ken",
                "WXC_CC_BOT_EMAIL", "robot@webex.bot",
                "WXC_CC_BOT_NAME", "Robot",
                "WXC_CC_INTEGRATION_CLIENT_ID", "client-id",
                "WXC_CC_INTEGRATION_CLIENT_SECRET", "client-s3cret",
                "PORT", "no port");
        Ended ended = start(ReadingNothing.class, everything);
        assertEquals(
                4,
                ended.out()
                        .lines()
                        .filter(line -> line.contains(" is not set. "))
                        .count(),
                ended.out());
        assertFalse(ended.out().contains("PORT"), ended.out());
    }

    private void write(String settings) throws IOException {
        Path file = directory.resolve(".env");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, settings);
    }

    private static void assertSaysItPlainly(Ended ended) {
        assertEquals("", ended.out());
        assertFalse(ended.err().contains("\tat ") || ended.err().contains("Exception"), ended.err());
        assertFalse(ended.err().contains("s3cret") || ended.err().contains("t0ken"), ended.err());
    }

    private Ended start(Class<?> program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it runs on");
        return new Ended(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }
}

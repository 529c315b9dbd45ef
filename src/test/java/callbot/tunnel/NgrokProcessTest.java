package callbot.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tunnel on this machine, whose ngrok is a shell script that writes down the ids of its processes. */
class NgrokProcessTest {

    private static final URI OURS = URI.create("https://ours.ngrok.app");
    private static final String RUNS = "exec sleep 600";

    @TempDir
    private Path folder;

    private Path script;
    private Path started;
    private final FakeAgent agent = new FakeAgent();

    NgrokProcessTest() throws IOException {}

    @BeforeEach
    void place() {
        script = folder.resolve("ngrok");
        started = folder.resolve("started");
    }

    @AfterEach
    void close() {
        agent.close();
    }

    @Test
    void ngrokIsStartedIfThereIsNoTunnelAndEndedOnClose() throws Exception {
        agent.leads();
        agent.whenAsked(this::tunnelOnceStarted);
        ProcessHandle process;
        try (var tunnel = local(RUNS, Duration.ofSeconds(20))) {
            assertEquals(OURS, tunnel.current());

            process = process(0);
            assertTrue(process.isAlive());
        }

        assertEnds(process);
    }

    @Test
    void ngrokIsNotStartedIfItRunsAlready() throws Exception {
        agent.leads("https://ours.ngrok.app -> http://localhost:6001");
        try (var tunnel = local(RUNS, Duration.ofSeconds(20))) {
            assertEquals(OURS, tunnel.current());
        }

        assertFalse(Files.exists(started));
    }

    @Test
    void ngrokIsStartedOnceThoughTheTunnelIsLookedForAgain() throws Exception {
        agent.leads();
        agent.whenAsked(this::tunnelOnceStarted);
        try (var tunnel = local(RUNS, Duration.ofSeconds(20))) {
            tunnel.current();
            agent.leads();
            int asked = agent.asked().size();
            agent.whenAsked(() -> {
                if (agent.asked().size() > asked + 4) tunnelOnceStarted();
            });
            tunnel.refresh();

            assertEquals(1, starts().size());
        }
    }

    @Test
    void ngrokIsStartedAgainIfItDied() throws Exception {
        agent.leads();
        agent.whenAsked(this::tunnelOnceStarted);
        try (var tunnel = local(RUNS, Duration.ofSeconds(20))) {
            tunnel.current();
            ProcessHandle first = process(0);
            first.destroy();
            assertEnds(first);
            agent.leads();

            agent.whenAsked(() -> {
                if (starts().size() == 2) agent.leads("https://new.ngrok.app -> http://localhost:6001");
            });

            assertEquals(URI.create("https://new.ngrok.app"), tunnel.refresh());
            assertTrue(process(1).isAlive());
        }
    }

    @Test
    void ngrokIsAskedWhereItSaysThatItListens() throws Exception {
        try (FakeAgent elsewhere = new FakeAgent()) {
            agent.leads();
            elsewhere.leads("https://ours.ngrok.app -> http://localhost:6001");
            String says = "echo 'lvl=info msg=\"starting web service\" obj=web addr=%s allow_hosts=[]'\n"
                    .formatted(elsewhere.host());
            try (var tunnel = local(says + RUNS, Duration.ofSeconds(20))) {
                assertEquals(OURS, tunnel.current());
            }
        }
    }

    @Test
    void ngrokFindsItsTokenInItsEnvironmentButNothingThatIsNotItsBusiness() throws Exception {
        Path environment = folder.resolve("environment");
        agent.leads();
        agent.whenAsked(this::tunnelOnceStarted);
        try (var tunnel = local(
                "env > %s.new; mv %s.new %s\n".formatted(environment, environment, environment) + RUNS,
                Duration.ofSeconds(20))) {
            tunnel.current();
            Eventually.isTrue("it has told", () -> Files.exists(environment));
        }
        List<String> names = Files.readAllLines(environment).stream()
                .map(line -> line.replaceFirst("=.*", ""))
                .toList();
        assertTrue(names.contains("NGROK_AUTHTOKEN") && names.contains("PATH"), names.toString());
        List<String> ours = System.getenv().keySet().stream()
                .filter(name -> !name.matches(
                        "(?i)PATH|HOME|USER|LANG|TZ|TMPDIR|TEMP|.*_PROXY|SSL_.*|XDG_.*|NGROK_.*|PWD|SHLVL|_|OLDPWD"))
                .toList();
        assertTrue(ours.size() > 0, "this test has something in its environment");
        assertEquals(List.of(), names.stream().filter(ours::contains).toList());
    }

    private NgrokTunnel local(String commands, Duration patience) throws IOException {
        Files.writeString(script, "echo $$ >> " + started + "\n" + commands + "\n");
        return NgrokTunnel.local(
                agent.host(),
                List.of("/bin/sh", script.toString()),
                Map.of("NGROK_AUTHTOKEN", "its-own"),
                6001,
                patience);
    }

    private void tunnelOnceStarted() {
        if (!starts().isEmpty()) agent.leads("https://ours.ngrok.app -> http://localhost:6001");
    }

    /** The ids of the processes that were started, in order. */
    private List<String> starts() {
        try {
            return Files.exists(started) ? Files.readAllLines(started) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ProcessHandle process(int index) {
        return ProcessHandle.of(Long.parseLong(starts().get(index))).orElseThrow();
    }

    private static void assertEnds(ProcessHandle process) throws Exception {
        process.onExit().get(10, TimeUnit.SECONDS);
        assertFalse(process.isAlive());
    }
}

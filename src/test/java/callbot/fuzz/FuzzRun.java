package callbot.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Has Jazzer fuzz, each target in a process of its own and two at a time: {@code FuzzRun SECONDS [TARGET ...]}, where the seconds
 * are for all together. What it learns stays in {@code target/fuzz} for the next time. The exit code is 1 if anything was found.
 *
 * @see <a href="https://github.com/CodeIntelligenceTesting/jazzer">Jazzer</a>
 */
public final class FuzzRun {

    private static final int AT_ONCE = 2;

    /**
     * No input is longer, in bytes, and none may take longer, in seconds. Where nothing was learnt yet, each run goes the same way, so
     * that what it finds is found again.
     */
    private static final List<String> RULES = List.of("-max_len=65536", "-timeout=10", "-seed=11");

    private FuzzRun() {}

    /** Runs, prints a line for each target, and ends the process. */
    public static void main(String... words) throws InterruptedException, ExecutionException {
        String[] args = String.join(" ", words).split(" ");
        List<Target> targets = Arrays.stream(args).skip(1).map(Target::valueOf).toList();
        if (targets.isEmpty()) targets = List.of(Target.values());
        int rounds = (targets.size() + AT_ONCE - 1) / AT_ONCE;
        int seconds = Math.max(1, Integer.parseInt(args[0]) / rounds);
        boolean found = false;
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Boolean>> runs = new ArrayList<>();
            for (Target target : targets) runs.add(() -> holds(target, seconds));
            for (Future<Boolean> run : threads.invokeAll(runs)) found |= !run.get();
        }
        System.exit(found ? 1 : 0);
    }

    private static boolean holds(Target target, int seconds) throws IOException, InterruptedException {
        Path home = Files.createDirectories(Path.of("target/fuzz", target.name()));
        Path learnt = Files.createDirectories(home.resolve("learnt"));
        Path log = home.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-Djava.util.logging.config.file=src/test/resources/logging.properties",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+EnableDynamicAgentLoading",
                "-classpath",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Jazzed.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=callbot.**:com.fasterxml.jackson.core.**",
                "--reproducer_path=" + home,
                "-artifact_prefix=" + home + "/",
                "-max_total_time=" + seconds));
        command.addAll(RULES);
        command.addAll(List.of(learnt.toString(), seeds(target, home).toString()));
        Process jazzer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean holds = jazzer.waitFor() == 0;
        List<String> said = Files.readAllLines(log);
        String summary = said.stream()
                .filter(line -> line.startsWith("Done "))
                .findFirst()
                .orElse("it stopped");
        System.out.println(target + ": " + (holds ? "holds; " + summary : "DOES NOT HOLD; see " + log));
        if (!holds) said.stream().skip(firstOfInterest(said)).limit(60).forEach(System.out::println);
        return holds;
    }

    private static int firstOfInterest(List<String> said) {
        return IntStream.range(0, said.size())
                .filter(i -> said.get(i).startsWith("== Java Exception")
                        || said.get(i).contains("ERROR"))
                .findFirst()
                .orElse(Math.max(0, said.size() - 30));
    }

    private static Path seeds(Target target, Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("seeds"));
        List<byte[]> seeds = target.open().seeds();
        for (int i = 0; i < seeds.size(); i++) Files.write(folder.resolve("seed-" + i), seeds.get(i));
        return folder;
    }
}

package callbot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the processor time goes while 64 users write {@code /help}: what is at the top of the stack most often, and which of our
 * classes and of others' packages are anywhere on it, by the samples that Java's flight recorder takes of each thread's processor
 * time (JEP 509, from Java 25 on, on Linux).
 */
final class ProfileBench {

    private static final String SAMPLE = "jdk.CPUTimeSample";
    private static final int USERS = 64;
    private static final int SHOWN = 40;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private ProfileBench() {}

    /** Runs it; takes some two minutes. Prints, and writes no report. */
    public static void main(String[] arguments) throws Exception {
        for (Contender.Kind kind : Contender.Kind.values()) {
            Path recording = Files.createTempFile("callbot-bench", ".jfr");
            Contender bot = new Contender(
                    kind,
                    "-XX:StartFlightRecording:settings=profile,delay=" + WARM_UP.toSeconds() + "s,filename=" + recording
                            + "," + SAMPLE + "#enabled=true," + SAMPLE + "#throttle=2ms");
            bot.start();
            new Load(bot, USERS, Duration.ZERO).run(WARM_UP);
            Load.Result result = new Load(bot, USERS, Duration.ZERO).run(MEASURED);
            bot.close();
            System.out.printf(
                    Locale.ROOT, "%n%s: %.0f/s, %.2f ms each%n", kind, result.perSecond(), result.cpuMillis());
            show(recording);
            Files.delete(recording);
        }
        System.exit(0);
    }

    private static void show(Path recording) throws IOException {
        Map<String, Integer> tops = new HashMap<>();
        Map<String, Integer> ours = new HashMap<>();
        Map<String, Integer> parts = new HashMap<>();
        int samples = 0;
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            if (!event.getEventType().getName().equals(SAMPLE) || event.getStackTrace() == null) continue;
            List<RecordedFrame> frames = event.getStackTrace().getFrames();
            samples++;
            tops.merge(
                    type(frames.getFirst()) + "."
                            + frames.getFirst().getMethod().getName(),
                    1,
                    Integer::sum);
            frames.stream().map(ProfileBench::part).distinct().forEach(part -> parts.merge(part, 1, Integer::sum));
            ours.merge(lastOfOurs(frames), 1, Integer::sum);
        }
        show("On the processor", tops, samples);
        show("The last of ours before it", ours, samples);
        show("On the stack", parts, samples);
    }

    /** For whom the time is spent: our method, or, if the JDK is at work by itself, where it has begun. */
    private static String lastOfOurs(List<RecordedFrame> frames) {
        return frames.stream()
                .filter(frame -> type(frame).startsWith("callbot."))
                .findFirst()
                .map(frame -> type(frame) + "." + frame.getMethod().getName())
                .orElseGet(() -> frames.stream()
                        .map(ProfileBench::part)
                        .filter(part -> !part.startsWith("java.") && !part.startsWith("jdk.internal.vm"))
                        .reduce((inner, outer) -> outer)
                        .orElse("java"));
    }

    private static void show(String title, Map<String, Integer> counts, int samples) {
        System.out.println(title + ", of " + samples + " samples:");
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
        for (var one : sorted.subList(0, Math.min(SHOWN, sorted.size())))
            System.out.printf(Locale.ROOT, "  %4.1f %%  %s%n", 100.0 * one.getValue() / samples, one.getKey());
    }

    /** A class of ours, or a package of anybody else's. */
    private static String part(RecordedFrame frame) {
        String type = type(frame);
        return type.startsWith("callbot.") ? type.replaceFirst("[$].*", "") : type.substring(0, type.lastIndexOf('.'));
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }
}

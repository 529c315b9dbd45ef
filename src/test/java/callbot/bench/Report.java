package callbot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a benchmark found: a section of {@code docs/performance.md}, between two marks with the benchmark's name, where it replaces
 * what the last run wrote; and charts beside it. Whoever adds a benchmark adds its marks there.
 */
final class Report {

    private static final Path PAGE = Path.of("docs", "performance.md");
    private static final Path CHARTS = Path.of("docs", "performance");

    private final String name;
    private final StringBuilder text = new StringBuilder();

    /** A report of this benchmark, run with these flags. */
    Report(Class<?> benchmark, List<String> flags) throws IOException {
        this.name = benchmark.getSimpleName();
        text.append("\nRun with `mvn -Pbench package exec:exec -Dbench=")
                .append(name)
                .append("` on ")
                .append(LocalDate.now())
                .append(": ")
                .append(machine())
                .append("; Java ")
                .append(Runtime.version())
                .append("; `")
                .append(String.join(" ", flags))
                .append("`.\n");
    }

    /** Adds some words. */
    void say(String paragraph) {
        text.append('\n').append(paragraph).append('\n');
        System.out.println(paragraph);
    }

    /** Adds a table. */
    void table(List<String> head, List<List<String>> rows) {
        text.append('\n')
                .append(row(head))
                .append("|---|")
                .append("---:|".repeat(head.size() - 1))
                .append('\n');
        rows.forEach(row -> text.append(row(row)));
        Stream.concat(Stream.of(head), rows.stream()).forEach(row -> System.out.print(row(row)));
    }

    /** Adds a chart; its name is a part of its file's. */
    void chart(String chartName, BarChart chart) throws IOException {
        Files.createDirectories(CHARTS);
        Path file = CHARTS.resolve(name + "-" + chartName + ".svg");
        Files.writeString(file, chart.svg());
        text.append("\n![")
                .append(chart.title())
                .append("](performance/")
                .append(file.getFileName())
                .append(")\n");
    }

    /** Puts it in its place. */
    void write() throws IOException {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        String page = Files.readString(PAGE);
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        if (from < begin.length() || to < from) throw new IOException(PAGE + " has no marks for " + name);
        Files.writeString(PAGE, page.substring(0, from) + text + page.substring(to));
    }

    /** A figure with three digits that count. */
    static String figure(double value) {
        if (Double.isNaN(value)) return "–";
        String format = value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String machine() throws IOException {
        List<String> parts = new ArrayList<>();
        Path cpus = Path.of("/proc/cpuinfo");
        if (Files.exists(cpus)) {
            Files.readAllLines(cpus).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*: ", ""))
                    .findFirst()
                    .ifPresent(parts::add);
        }
        parts.add(Runtime.getRuntime().availableProcessors() + " processors");
        parts.add(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return String.join(", ", parts);
    }
}

package callbot.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Figures as bars beside each other, in groups, drawn in SVG, with each bar's figure at its end. Colours and text are readable on
 * light and dark pages.
 *
 * @param title what is shown, with its unit
 * @param series what the bars of a group are
 * @param groups for each group's name its figures, one for each of the series; not a number where there is none
 */
record BarChart(String title, List<String> series, Map<String, List<Double>> groups) {

    private static final List<String> COLOURS = List.of("#8a8f98", "#2f7ed8", "#e07b39", "#3a9d5d", "#8e5bb5");
    private static final int WIDTH = 720;
    private static final int LABELS = 190;
    private static final int FIGURES = 70;
    private static final int BAR = 16;
    private static final int GAP = 14;
    private static final int HEAD = 60;

    BarChart {
        groups = new LinkedHashMap<>(groups);
    }

    String svg() {
        int height = HEAD + groups.size() * (series.size() * BAR + GAP);
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="#ffffff" rx="6"/>
                <text x="10" y="20" font-size="14" font-weight="bold">%s</text>
                """.formatted(WIDTH, height, escaped(title)));
        for (int i = 0; i < series.size(); i++) {
            int x = 10 + i * (WIDTH - 20) / series.size();
            svg.append(rect(x, 32, 12, 12, COLOURS.get(i))).append(text(x + 18, 42, "start", series.get(i)));
        }
        int y = HEAD;
        for (var group : groups.entrySet()) {
            svg.append(text(LABELS - 10, y + series.size() * BAR / 2 + 4, "end", group.getKey()));
            for (int i = 0; i < series.size(); i++) {
                svg.append(bar(y + i * BAR, group.getValue().get(i), COLOURS.get(i)));
            }
            y += series.size() * BAR + GAP;
        }
        return svg.append("</svg>\n").toString();
    }

    private String bar(int y, double figure, String colour) {
        if (Double.isNaN(figure)) return text(LABELS, y + 12, "start", "–");
        double largest = groups.values().stream()
                .flatMap(List::stream)
                .filter(one -> !one.isNaN())
                .max(Double::compare)
                .orElse(1.0);
        int length = (int) Math.max(1, figure / largest * (WIDTH - LABELS - FIGURES));
        return rect(LABELS, y, length, BAR - 2, colour)
                + text(LABELS + length + 5, y + 12, "start", Report.figure(figure));
    }

    private static String rect(int x, int y, int width, int height, String colour) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>%n",
                x,
                y,
                width,
                height,
                colour);
    }

    private static String text(int x, int y, String anchor, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">" + escaped(text) + "</text>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}

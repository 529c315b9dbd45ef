package callbot.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What several contenders have shown in several situations, a result for each round in which they took turns.
 *
 * @param <S> a situation, such as how many users there were
 * @param <C> a contender
 * @param <R> the result of a round
 */
final class Results<S, C, R> {

    private final C baseline;
    private final Map<S, Map<C, List<R>>> rounds = new LinkedHashMap<>();

    /**
     * A column of the table: a figure of each round, and what is shown of its rounds.
     *
     * @param <R> the result of a round
     */
    record Column<R>(String head, ToDoubleFunction<R> figure, Shown shown) {

        private enum Shown {
            MEDIAN,
            MEDIAN_AND_RATIO,
            MOST
        }

        static <R> Column<R> median(String head, ToDoubleFunction<R> figure) {
            return new Column<>(head, figure, Shown.MEDIAN);
        }

        /** The median, and in brackets how many times the baseline's it is: the median of the ratios of each round. */
        static <R> Column<R> compared(String head, ToDoubleFunction<R> figure) {
            return new Column<>(head, figure, Shown.MEDIAN_AND_RATIO);
        }

        static <R> Column<R> most(String head, ToDoubleFunction<R> figure) {
            return new Column<>(head, figure, Shown.MOST);
        }
    }

    /** Nothing yet; ratios will be to this contender's figures. */
    Results(C baseline) {
        this.baseline = baseline;
    }

    void add(S situation, C contender, R result) {
        rounds.computeIfAbsent(situation, one -> new LinkedHashMap<>())
                .computeIfAbsent(contender, one -> new ArrayList<>())
                .add(result);
    }

    /** The median of this figure; not a number if there was no round. */
    double median(S situation, C contender, ToDoubleFunction<R> figure) {
        return Percentiles.median(
                of(situation, contender).stream().mapToDouble(figure).toArray());
    }

    /** Writes a line for each contender in each situation. */
    void table(Report report, List<Column<R>> columns) {
        List<String> head = new ArrayList<>(List.of("", ""));
        columns.forEach(column -> head.add(column.head()));
        List<List<String>> rows = new ArrayList<>();
        rounds.forEach((situation, contenders) -> contenders.keySet().forEach(contender -> {
            List<String> row = new ArrayList<>(List.of(situation.toString(), contender.toString()));
            columns.forEach(column -> row.add(cell(situation, contender, column)));
            rows.add(row);
        }));
        report.table(head, rows);
    }

    /** A chart of the medians of this figure in all situations. */
    BarChart chart(String title, ToDoubleFunction<R> figure) {
        Set<C> contenders = new LinkedHashSet<>();
        rounds.values().forEach(one -> contenders.addAll(one.keySet()));
        Map<String, List<Double>> groups = new LinkedHashMap<>();
        rounds.keySet()
                .forEach(situation -> groups.put(
                        situation.toString(),
                        contenders.stream()
                                .map(one -> median(situation, one, figure))
                                .toList()));
        return new BarChart(title, contenders.stream().map(Object::toString).toList(), groups);
    }

    private String cell(S situation, C contender, Column<R> column) {
        return switch (column.shown()) {
            case MEDIAN -> Report.figure(median(situation, contender, column.figure()));
            case MEDIAN_AND_RATIO ->
                Report.figure(median(situation, contender, column.figure())) + " ("
                        + Report.figure(ratio(situation, contender, column.figure())) + ")";
            case MOST ->
                Report.figure(of(situation, contender).stream()
                        .mapToDouble(column.figure())
                        .max()
                        .orElse(Double.NaN));
        };
    }

    private double ratio(S situation, C contender, ToDoubleFunction<R> figure) {
        List<R> mine = of(situation, contender);
        List<R> its = of(situation, baseline);
        double[] ratios = new double[Math.min(mine.size(), its.size())];
        for (int i = 0; i < ratios.length; i++)
            ratios[i] = figure.applyAsDouble(mine.get(i)) / figure.applyAsDouble(its.get(i));
        return Percentiles.median(ratios);
    }

    private List<R> of(S situation, C contender) {
        return rounds.getOrDefault(situation, Map.of()).getOrDefault(contender, List.of());
    }
}

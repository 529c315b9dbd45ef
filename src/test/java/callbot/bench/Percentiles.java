package callbot.bench;

import java.util.Arrays;
import java.util.Collection;

/** Times that were measured, in milliseconds, the shortest first. */
record Percentiles(double[] sorted) {

    static Percentiles ofNanos(Collection<Long> nanos) {
        return new Percentiles(
                nanos.stream().mapToDouble(one -> one / 1e6).sorted().toArray());
    }

    /** The time that this share of them does not exceed; not a number if there are none. */
    double at(double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    /** The one in the middle. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted).at(0.5);
    }
}

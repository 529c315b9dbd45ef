/**
 * Benchmarks: programs that measure the bot from outside, as it is shipped, and write what they find into
 * {@code docs/performance.md}.
 *
 * <p>A benchmark is a class with a {@code main} that collects {@link callbot.bench.Results} and hands them to a
 * {@link callbot.bench.Report}, whose section on that page has the benchmark's name. Its contenders take turns in every round.
 */
package callbot.bench;

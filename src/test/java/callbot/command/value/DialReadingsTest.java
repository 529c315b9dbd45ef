package callbot.command.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * All texts that can be made of a few groups of digits, what may stand between them, one pair of brackets and a plus. Because
 * they are made here, nothing has to be read to know what they may mean.
 */
class DialReadingsTest {

    private static final List<String> BETWEEN = List.of(" ", "-", ".", " - ", "/", " / ", ",", ", ", ";", " or ");
    private static final Set<String> WITHIN_A_NUMBER = Set.of(" ", "-", ".", " - ");
    private static final Set<String> SLASHES = Set.of("/", " / ");

    /** How a group looks: a zero is a zero, and the other digits are such that no two places of a text have the same ones. */
    private static final List<String> GROUPS =
            List.of("d", "dd", "ddd", "dddd", "ddddddd", "dddddddddd", "0", "0dd", "00", "0dddd");

    private static final String DIGITS = "8273946518364729543879264538297645932876";

    /**
     * A text and how it was made.
     *
     * @param bracketed which group is in brackets; -1 if none is
     */
    record Made(boolean plus, List<String> groups, List<String> between, int bracketed) {

        String typed() {
            StringBuilder typed = new StringBuilder(plus ? "+" : "");
            for (int i = 0; i < groups.size(); i++) {
                if (i > 0) typed.append(between.get(i - 1));
                typed.append(i == bracketed ? "(" + groups.get(i) + ")" : groups.get(i));
            }
            return typed.toString();
        }

        String digits() {
            return run(0, groups.size());
        }

        private String run(int from, int to) {
            return String.join("", groups.subList(from, to));
        }

        /** Groups that stand side by side are a reading, also with the rest of them keyed in; a zero may be dropped. */
        Set<String> runs() {
            Set<String> runs = new HashSet<>();
            for (int from = 0; from < groups.size(); from++) {
                for (int to = from + 1; to <= groups.size(); to++) {
                    Made part = new Made(plus && from == 0, groups.subList(from, to), between, -1);
                    Set<String> numbers = part.withoutZero();
                    numbers.add(part.digits());
                    String behind = run(to, groups.size());
                    for (String number : numbers) {
                        runs.add((part.plus() ? "+" : "") + number);
                        if (!behind.isEmpty()) runs.add((part.plus() ? "+" : "") + number + ",," + behind);
                    }
                }
            }
            return runs;
        }

        /** All digits but the zero behind the country code. */
        Set<String> withoutZero() {
            Set<String> fewer = new HashSet<>();
            boolean abroad = plus || digits().startsWith("00") || digits().startsWith("011");
            for (int i = 1; abroad && i <= Math.min(2, groups.size() - 1); i++) {
                boolean zero = groups.get(i).startsWith("0");
                if (zero) fewer.add(run(0, i) + groups.get(i).substring(1) + run(i + 1, groups.size()));
            }
            return fewer;
        }

        /** Whether more than one number, or none, is meant, as far as people would agree. */
        boolean isNotOneNumber() {
            return isList() || isTwoInARow() || hasSlashBetweenNumbers() || hasBracketsAtTheEnd() || isTooLong();
        }

        private boolean isList() {
            int last = between.size() - 1;
            return IntStream.range(0, between.size())
                    .filter(i -> !WITHIN_A_NUMBER.contains(between.get(i)) && !SLASHES.contains(between.get(i)))
                    .anyMatch(i -> !(i == last && isExtension(i)));
        }

        private boolean isExtension(int i) {
            boolean tight = between.get(i).equals(",") || between.get(i).equals(";");
            return tight && run(0, i + 1).length() >= 7 && groups.get(i + 1).length() <= 6;
        }

        private boolean isTwoInARow() {
            boolean whole = IntStream.range(0, groups.size() - 1)
                    .anyMatch(i -> groups.get(i).length() >= (i == 0 && plus ? 9 : 7) && !isExtension(i));
            if (whole) return true;
            if (groups.size() != 2 || isExtension(0) || plus || bracketed >= 0 || digits().startsWith("0"))
                return false;
            int first = groups.getFirst().length();
            int second = groups.getLast().length();
            return first >= 4 || first == second && first > 1;
        }

        private boolean hasSlashBetweenNumbers() {
            return !plus
                    && bracketed < 0
                    && groups.size() == 2
                    && SLASHES.contains(between.getFirst())
                    && !groups.getFirst().startsWith("0");
        }

        private boolean hasBracketsAtTheEnd() {
            return groups.size() > 1 && bracketed == groups.size() - 1;
        }

        private boolean isTooLong() {
            boolean exit = digits().startsWith("00") || digits().startsWith("011");
            return digits().length() > (exit ? 18 : plus && withoutZero().size() > 0 ? 16 : 15) && !endsWithExtension();
        }

        private boolean endsWithExtension() {
            return between.size() > 0 && isExtension(between.size() - 1);
        }
    }

    @Test
    void whatIsDialledHasAllDigitsAndIsMeantAsOneNumber() {
        int[] dialled = new int[1];
        forAll(made -> {
            if (!(DialString.read(made.typed()) instanceof Reading.One(DialString number))) return;
            dialled[0]++;
            String digits = number.typed().replaceAll("[+,]", "");
            boolean complete =
                    digits.equals(made.digits()) || made.withoutZero().contains(digits);
            assertTrue(complete, () -> made.typed() + " became " + number);
            assertEquals(made.plus(), number.value().startsWith("+"), made::typed);
            assertFalse(made.isNotOneNumber(), () -> made.typed() + " became " + number);
        });
        assertTrue(dialled[0] > 1_000, "too few to prove anything: " + dialled[0]);
    }

    @Test
    void whatIsOfferedAreGroupsThatStandSideBySide() {
        int[] offered = new int[1];
        forAll(made -> {
            if (!(DialString.read(made.typed()) instanceof Reading.Several(List<DialString> all))) return;
            offered[0]++;
            Set<String> runs = made.runs();
            for (DialString number : all) {
                assertTrue(runs.contains(number.typed()), () -> made.typed() + " may not mean " + number);
            }
        });
        assertTrue(offered[0] > 1_000, "too few to prove anything: " + offered[0]);
    }

    @Test
    void everyDateIsRefused() {
        for (int day = 1; day <= 31; day++) {
            for (int month = 1; month <= 12; month++) {
                for (String sign : List.of("/", ". ", "-", " ")) {
                    for (String form : List.of("%d%s%d%s2024", "%02d%s%02d%s1999", "%d%s%d%s24", "%02d%s%02d%s05")) {
                        assertRefused(form.formatted(day, sign, month, sign));
                        assertRefused(form.formatted(month, sign, day, sign));
                    }
                    assertRefused("2024%s%02d%s%02d".formatted(sign, month, sign, day));
                }
            }
        }
    }

    @Test
    void everyTimePriceAndFractionIsRefused() {
        for (int big = 1; big <= 24; big++) {
            for (int small = 0; small < 60; small += 7) {
                for (String form : List.of(
                        "%d:%02d",
                        "%02d:%02d",
                        "%d.%02d",
                        "%d:%02d am",
                        "%dh%02d",
                        "%d:%02d:00",
                        "%02d.%02d Uhr",
                        "%d/%d",
                        "%d,%02d",
                        "$%d.%02d",
                        "%d,%03d",
                        "%d.%03d",
                        "%d %d/10",
                        "%d.%02d €",
                        "%d,%03d.00",
                        "%d.%03d,00")) {
                    assertRefused(form.formatted(big, small));
                }
            }
        }
    }

    private static void assertRefused(String typed) {
        Reading reading = DialString.read(typed);
        assertTrue(reading instanceof Reading.None, () -> typed + " became " + reading);
    }

    /** All texts of one group or two, and many of three and four. */
    private static void forAll(Consumer<Made> check) {
        for (int kind = 0; kind < GROUPS.size() * GROUPS.size() * BETWEEN.size(); kind++) all(2, kind, check);
        for (int kind = 0; kind < GROUPS.size(); kind++) all(1, kind, check);
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) all(3 + i % 2, random.nextInt(Integer.MAX_VALUE), check);
    }

    private static void all(int groups, int kind, Consumer<Made> check) {
        int[] rest = {kind};
        int[] at = {0};
        List<String> digits = IntStream.range(0, groups)
                .mapToObj(i -> GROUPS.get(next(rest, GROUPS.size())))
                .map(look -> look.chars()
                        .mapToObj(c -> c == '0' ? "0" : DIGITS.substring(at[0], ++at[0]))
                        .collect(Collectors.joining()))
                .toList();
        List<String> between = IntStream.range(1, groups)
                .mapToObj(i -> BETWEEN.get(next(rest, BETWEEN.size())))
                .toList();
        for (int bracketed = -1; bracketed < groups; bracketed++) {
            check.accept(new Made(false, digits, between, bracketed));
            check.accept(new Made(true, digits, between, bracketed));
        }
    }

    private static int next(int[] rest, int size) {
        int digit = rest[0] % size;
        rest[0] /= size;
        return digit;
    }
}

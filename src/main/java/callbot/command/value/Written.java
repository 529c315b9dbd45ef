package callbot.command.value;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Groups of digits, with nothing between them but what may stand within a number. All of them are one number, or perhaps more.
 * A reading has its digits in the order in which they were written, and leaves out none but a zero that is dialled only
 * within a country.
 *
 * @param plus whether one is in front
 */
record Written(boolean plus, List<Group> groups) {

    /** Digits that stand together, as do those in one pair of brackets. */
    record Group(String digits, boolean bracketed) {

        /** Without the signs that a code has. */
        int length() {
            return (int) digits.chars().filter(Character::isDigit).count();
        }

        boolean isZeroInBrackets() {
            return bracketed && digits.equals("0");
        }
    }

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+(?:1[0-9]{10}|[2-9][0-9]{3,14})");
    private static final Pattern NATIONAL = Pattern.compile("[0-9]{1,15}|9?(?:00|011)[2-9][0-9]{3,14}");
    private static final Pattern WITH_END = Pattern.compile("[0-9]+#?");
    private static final Pattern WITH_SIGNS = Pattern.compile("[0-9*#]{1,32}");

    private static final Pattern COUNTRY = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern PREFIX_AND_COUNTRY = Pattern.compile("00[1-9][0-9]{0,2}");

    /** What is dialled before the area code in North America, there or elsewhere. */
    private static final Pattern BEFORE_AREA = Pattern.compile("[0-9]{0,2}|9?(?:00|011)1");

    /** Where the zero belongs to the number: Italy, San Marino, the Vatican. */
    private static final Set<String> ZERO_STAYS = Set.of("39", "378", "379");

    /** Where numbers begin with a zero that is dialled from abroad too: Côte d'Ivoire, Benin, Gabon, Congo. */
    private static final Set<String> ZERO_MAY_STAY = Set.of("225", "229", "241", "242");

    /** As many digits as are a number without an area code. */
    private static final int LOCAL = 7;

    /** No number has more, even if each of its digits stands alone. */
    private static final int MOST_GROUPS = 20;

    /** All that it can mean. */
    Reading read() {
        return Reading.of(readings().stream().map(DialString::of).toList(), fault());
    }

    private Set<String> readings() {
        if (groups.size() > MOST_GROUPS || hasStrayBrackets() || hasStraySigns()) return Set.of();
        List<Integer> bounds = Stream.of(
                        IntStream.of(0),
                        IntStream.range(1, groups.size()).filter(this::mayBeginAnother),
                        IntStream.of(groups.size()))
                .flatMap(IntStream::boxed)
                .toList();
        Set<String> all = new LinkedHashSet<>(asOne());
        for (int i = 1; i < bounds.size(); i++)
            all.addAll(part(bounds.get(i - 1), bounds.get(i)).asOne());
        boolean doubtful = bounds.size() > 2;
        return doubtful && all.size() < 2 ? Set.of() : all;
    }

    /** Whether it can be meant as a number by itself, beside another one. */
    boolean canStandAlone() {
        boolean isExtension = length() >= 3 && !digits().startsWith("0");
        return plus || isExtension || length() >= LOCAL || length() < digits().length();
    }

    /** Whether it is but a country and an area, so that even a slash behind it belongs to the number. */
    boolean isArea() {
        if (groups.isEmpty()) return false;
        int national = national();
        if (national > 0) return part(national, groups.size()).length() <= 5;
        return groups.getLast().bracketed() || plus && length() <= LOCAL || digits().startsWith("0") && length() <= 6;
    }

    /** Why it has no reading. */
    private String fault() {
        if (hasStrayBrackets()) return "brackets hold an area code or (0), and nothing else";
        if (hasStraySigns()) return "a * or a # stands in front of a number or behind it";
        if (plus && digits().startsWith("1")) return "after +1 come ten digits";
        if (plus) return "after a plus come 4 to 15 digits, country code first";
        if (length() > 15) return "that has " + length() + " digits, and a number has 15 at most";
        return "that may be more than one number; write only one";
    }

    private Set<String> asOne() {
        return joined().filter(this::isPlausible).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<String> joined() {
        String all = (plus ? "+" : "") + digits();
        int national = national();
        if (national == 0 || national == groups.size()) return Stream.of(all);
        Group area = groups.get(national);
        if (!area.digits().startsWith("0")) return Stream.of(all);

        String country = part(0, national).digits();
        String abroad = (plus ? "+" : "")
                + country
                + part(national, groups.size()).digits().substring(1);
        String code = groups.get(national - 1).digits();
        if (code.startsWith("00")) code = code.substring(2);
        boolean bracketed = area.isZeroInBrackets();
        if (ZERO_STAYS.contains(code)) return Stream.of(all);
        if (ZERO_MAY_STAY.contains(code)) return bracketed ? Stream.of(abroad, all) : Stream.of(all);
        return bracketed ? Stream.of(abroad) : Stream.of(abroad, all);
    }

    /** What would be read as a number and its extension, if it were written alone, is none by itself. */
    private boolean isPlausible(String number) {
        if (plus) return INTERNATIONAL.matcher(number).matches();
        if (DIGITS.matcher(number).matches()) return NATIONAL.matcher(number).matches();
        boolean isExtended =
                Character.isDigit(number.charAt(0)) && Extension.in(number).isPresent();
        return WITH_SIGNS.matcher(number).matches() && !isExtended;
    }

    /** Where the country code ends, as an index of a group; 0 if there is none, or if no group ends with it. */
    private int national() {
        if (groups.isEmpty()) return 0;
        String first = groups.getFirst().digits();
        if (plus) return first.length() <= 3 ? 1 : 0;
        if (PREFIX_AND_COUNTRY.matcher(first).matches()) return 1;
        boolean prefix = first.equals("00") || first.equals("011");
        return prefix
                        && groups.size() > 1
                        && COUNTRY.matcher(groups.get(1).digits()).matches()
                ? 2
                : 0;
    }

    /** Whether another number may begin with this group. */
    private boolean mayBeginAnother(int group) {
        if (isNorthAmerican()) return false;
        Written before = part(0, group);
        Written behind = part(group, groups.size());
        int longEnough = plus && group == 1 ? LOCAL + 2 : LOCAL;
        if (before.groups().getLast().length() >= longEnough) return true;
        if (!plus && before.isNorthAmerican()) return true;
        if (national() > 0 || plus) return false;
        if (before.lengths().equals(behind.lengths()) && before.length() >= LOCAL) return true;
        if (digits().startsWith("0") || groups.getFirst().bracketed()) return false;
        if (groups.size() == 2) return !isAreaAndNumber(before.length(), behind.length());
        return lengths().stream().distinct().count() == 1 && before.lengths().getFirst() >= 4
                || before.length() >= 4
                        && (behind.isNorthAmerican() || behind.groups().size() == 1 && behind.length() >= LOCAL);
    }

    private static boolean isAreaAndNumber(int first, int second) {
        return first <= 3 && first + second >= 9 || first == 3 && second == 4 || first == 1 && second == 1;
    }

    /** As {@code 1 408 555 0134}, or with the last two groups in one. */
    private boolean isNorthAmerican() {
        List<Integer> lengths = lengths();
        for (List<Integer> end : List.of(List.of(3, 3, 4), List.of(3, 7))) {
            int from = lengths.size() - end.size();
            if (from >= 0
                    && lengths.subList(from, lengths.size()).equals(end)
                    && BEFORE_AREA.matcher(part(0, from).digits()).matches()) return true;
        }
        return false;
    }

    private boolean hasStrayBrackets() {
        return IntStream.range(0, groups.size()).anyMatch(i -> groups.get(i).bracketed() && !mayBeBracketed(i));
    }

    private boolean mayBeBracketed(int i) {
        Group group = groups.get(i);
        boolean isLast = i == groups.size() - 1;
        if (isLast || group.digits().length() > 6) return false;
        int national = national();
        if (group.isZeroInBrackets()) return i == national;
        if (national > 0)
            return i <= national || i == national + 1 && groups.get(national).isZeroInBrackets();
        return i == 0 || !plus && part(0, i).length() <= 2;
    }

    private boolean hasStraySigns() {
        return groups.size() > 1
                && (groups.stream().anyMatch(group -> group.length() == 0)
                        || !WITH_END.matcher(digits()).matches());
    }

    private Written part(int from, int to) {
        return new Written(plus && from == 0, groups.subList(from, to));
    }

    private String digits() {
        return groups.stream().map(Group::digits).collect(Collectors.joining());
    }

    private int length() {
        return groups.stream().mapToInt(Group::length).sum();
    }

    private List<Integer> lengths() {
        return groups.stream().map(Group::length).toList();
    }
}

package callbot.line;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that people call by its number or its name.
 *
 * @param labels what it is called for certain, the best first: numbers, its name, its id
 * @param name of which a part may do; absent if it has none
 */
record Labelled<T>(T thing, List<String> labels, Optional<String> name) {

    /** Those that are meant: what is called just so wins, otherwise it is enough that a name has these words in it. */
    static <T> List<T> meant(String said, List<Labelled<T>> all) {
        String wanted = plain(said);
        List<T> exact = all.stream()
                .filter(one -> one.labels().stream().anyMatch(label -> isSame(label, said)))
                .map(Labelled::thing)
                .toList();
        if (!exact.isEmpty()) return exact;
        return all.stream()
                .filter(one ->
                        one.name().filter(name -> plain(name).contains(wanted)).isPresent())
                .map(Labelled::thing)
                .toList();
    }

    /** What can be typed to mean just this one of them; absent if all that it is called by is another's as well. */
    static <T> Optional<String> word(T thing, List<Labelled<T>> all) {
        return all.stream()
                .filter(one -> one.thing().equals(thing))
                .flatMap(one -> one.labels().stream())
                .filter(label -> meant(label, all).equals(List.of(thing)))
                .findFirst();
    }

    private static boolean isSame(String label, String said) {
        if (plain(label).equals(plain(said))) return true;
        String number = digits(label);
        return !number.isEmpty() && isNumber(label) && isNumber(said) && number.equals(digits(said));
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || " +-./()".indexOf(c) >= 0);
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static String plain(String text) {
        return String.join(
                " ",
                Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).toList());
    }
}

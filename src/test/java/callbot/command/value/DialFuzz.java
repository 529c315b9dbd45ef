package callbot.command.value;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is typed as a number: none is dialled but with the digits that were typed, in their order, and all of them, save for one
 * zero that is dialled only within a country. What is offered as one of several is read as just that when it is chosen.
 */
public final class DialFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return FuzzTarget.inputs(FuzzTarget.lines("command/value/dial-strings.csv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf('|') + 1).replaceAll("^\"|\"$", "")));
    }

    @Override
    public void check(byte[] input) {
        String typed = FuzzTarget.text(input);
        Reading reading = DialString.read(typed);
        for (DialString number : reading.numbers()) {
            require(
                    DialString.read(number.typed()).equals(new Reading.One(number)),
                    number + " is read as " + DialString.read(number.typed()));
            if (number.value().contains("@")) continue;
            require(comesFrom(digits(typed), digits(number.typed())), typed + " became " + number);
        }
        if (reading instanceof Reading.One(DialString number) && isPlain(typed, number)) {
            int most = number.extension().isPresent() ? 1 : 100; // the same number may be there twice
            require(
                    isWhole(digits(typed), digits(number.typed()), most),
                    "digits are missing: " + typed + " became " + number);
        }
        if (reading instanceof Reading.None(String why)) {
            require(!why.isBlank() && why.length() < 200 && why.lines().count() == 1, "no reason: " + why);
        }
    }

    /** Whether nothing else was typed than this number, but for one zero each time. */
    private static boolean isWhole(String typed, String dialled, int mostTimes) {
        String typedDigits = typed.replace("0", "");
        String dialledDigits = dialled.replace("0", "");
        if (dialledDigits.isEmpty()) return typedDigits.isEmpty();
        int times = typedDigits.length() / dialledDigits.length();
        int zeros = typed.length() - typedDigits.length() - times * (dialled.length() - dialledDigits.length());
        return typedDigits.equals(dialledDigits.repeat(times)) && times <= mostTimes && zeros >= 0 && zeros <= times;
    }

    /** A link or a named number says it twice. */
    private static boolean isPlain(String typed, DialString number) {
        return !number.value().contains("@") && !typed.contains("](") && !typed.contains("<");
    }

    /** Whether all of these are there, in this order. */
    private static boolean comesFrom(String typed, String dialled) {
        int at = 0;
        for (int i = 0; i < typed.length() && at < dialled.length(); i++) {
            if (typed.charAt(i) == dialled.charAt(at)) at++;
        }
        return at == dialled.length();
    }

    /** The digits of all scripts. */
    private static String digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .mapToObj(sign -> "" + Character.digit(sign, 10))
                .collect(Collectors.joining());
    }
}

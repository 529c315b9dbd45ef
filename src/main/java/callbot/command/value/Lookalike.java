package callbot.command.value;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What consists of digits and signs as numbers do, but is something else, or may well be. */
enum Lookalike {
    DATE(
            "a date",
            "(?:DAY([-./ ])MONTH|MONTH([-./ ])DAY)(?:\\1|\\2)(?:YEAR|[0-9]{2})"
                    + "|YEAR([-./ ])MONTH\\3DAY|.*\\bNAME\\b.*"),
    TIME("a time", ".*[0-9]:[0-9].*|.*[0-9] ?(?:[ap]\\.?m\\b|h\\b|h[0-9]|uhr\\b|o'clock).*"),
    AMOUNT(
            "a price or an amount",
            ".*(?:\\p{Sc}|%|\\b(?:usd|eur|gbp|chf|jpy|inr|dollars?|euros?|pounds?)\\b).*"
                    + "|[0-9]{1,3}(?:[.'’][0-9]{3}){1,2}(?:,[0-9]{1,2})?(?<!^[0-9]{3}\\.[0-9]{3}\\.[0-9]{3})"
                    + "|[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?:\\.[0-9]{1,2})?|[1-9][0-9]*[.,][0-9]{1,3}|[0-9]{1,3} [0-9]{3},[0-9]{1,2}"),
    FRACTION("a fraction", ".*\\p{No}.*|[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,3} [0-9]/[0-9]{1,2}"),
    INTERNET_ADDRESS("an address on the Internet", "(?:BYTE\\.){3}BYTE|[a-z]+://.*|www\\..*"),
    VERSION("a version", "[0-9]{1,2}(?:\\.[0-9]{1,2}){2}"),
    RANGE("a range or a negative number", "-[0-9].*|[0-9]-[0-9]"),
    COORDINATES("a place on the map", "-?[0-9]+\\.[0-9]+ ?[,;] ?-?[0-9]+\\.[0-9]+"),
    ITEM("an item of a list", "(?:[0-9]{1,2}[.)] |\\([1-9]\\) ).*");

    private static final Pattern BLANKS = Pattern.compile(" ?([-./]) ?");

    private final String what;
    private final Pattern pattern;

    Lookalike(String what, String pattern) {
        this.what = what;
        String day = "(?:0?[1-9]|[12][0-9]|3[01])";
        String month = "(?:0?[1-9]|1[0-2])";
        String months =
                "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                        + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
        this.pattern = Pattern.compile(
                pattern.replace("DAY", day)
                        .replace("MONTH", month)
                        .replace("YEAR", "(?:19|20)[0-9]{2}")
                        .replace("NAME", months)
                        .replace("BYTE", "(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})"),
                Pattern.CASE_INSENSITIVE);
    }

    /** What this text looks like; absent if like nothing of the kind. */
    static Optional<String> of(String text) {
        String tight = BLANKS.matcher(text).replaceAll("$1");
        return Stream.of(values())
                .filter(kind ->
                        kind.pattern.matcher(kind == ITEM ? text : tight).matches())
                .map(kind -> kind.what)
                .findFirst();
    }
}

package callbot.command.natural;

import callbot.command.value.Blanks;
import callbot.command.value.DialString;
import callbot.command.value.PersonName;
import callbot.command.value.Reading;
import callbot.command.value.TimeSaid;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What people say themselves within a phrase. */
enum Saying {
    /** A number, a code, or an address, perhaps several of them. */
    NUMBER {
        @Override
        Optional<String> read(String said) {
            String number = withoutItsKind(said);
            return Optional.of(number).filter(text -> !(DialString.read(text) instanceof Reading.None));
        }
    },
    /** A number, or somebody's name. */
    WHO {
        @Override
        Optional<String> read(String said) {
            return NUMBER.read(said).or(() -> NAME.read(withoutRelation(said)));
        }
    },
    /** Somebody's name. */
    NAME {
        @Override
        Optional<String> read(String said) {
            return Optional.of(said).filter(PersonName::isOne);
        }
    },
    /** Somebody's name, in the possessive. */
    NAMES {
        @Override
        Optional<String> read(String said) {
            return ENDINGS.stream()
                    .filter(said::endsWith)
                    .findFirst()
                    .map(ending -> said.substring(0, said.length() - ending.length()))
                    .filter(PersonName::isOne);
        }
    },
    /** A phone or an app of the user's. */
    DEVICE {
        @Override
        Optional<String> read(String said) {
            String[] words = said.strip().split("\\s+", MOST_WORDS + 1);
            int from = ARTICLES.contains(words[0].toLowerCase(Locale.ROOT)) ? 1 : 0;
            if (words.length > MOST_WORDS || from == words.length) return Optional.empty();
            boolean isDevice = DEVICES.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
            for (String word : words) isDevice &= !OTHERS.contains(word.toLowerCase(Locale.ROOT));
            return isDevice
                    ? Optional.of(String.join(" ", Arrays.copyOfRange(words, from, words.length)))
                    : Optional.empty();
        }
    },
    /** What can be keyed in on a phone. */
    KEYS {
        @Override
        Optional<String> read(String said) {
            boolean are = said.length() <= 64
                    && said.chars().allMatch(c -> "0123456789*#,".indexOf(c) >= 0)
                    && said.chars().anyMatch(c -> c != ',');
            return Optional.of(said).filter(any -> are);
        }
    },
    /** How long, as in "2 hours". */
    SPAN {
        @Override
        Optional<String> read(String said) {
            return Optional.of(said).filter(text -> TimeSaid.span(text).isPresent());
        }
    },
    /** A time of day, as in "14:00". */
    CLOCK {
        @Override
        Optional<String> read(String said) {
            return Optional.of(said).filter(text -> TimeSaid.clock(text).isPresent());
        }
    },
    /** A number of one or two digits, which may be that of a call. */
    DIGIT {
        @Override
        Optional<String> read(String said) {
            boolean is =
                    !said.startsWith("0") && said.length() <= 2 && said.chars().allMatch(c -> c >= '0' && c <= '9');
            return Optional.of(said).filter(any -> is);
        }
    };

    private static final List<String> RELATIONS =
            List.of("my friend ", "my colleague ", "my boss ", "my contact ", "contact ", "my ");
    private static final List<String> ENDINGS = List.of("'s", "’s", "'", "’", "s");
    private static final int MOST_WORDS = 5;
    private static final Set<String> ARTICLES = Set.of("the", "my", "a");
    private static final Set<String> OTHERS =
            Set.of("other", "another", "your", "his", "her", "any", "which", "different");
    private static final Set<String> DEVICES = Set.of(
            "phone",
            "mobile",
            "cell",
            "cellphone",
            "app",
            "desktop",
            "laptop",
            "computer",
            "headset",
            "tablet",
            "handset",
            "softphone",
            "webex",
            "smartphone",
            "iphone",
            "android",
            "pc",
            "deskphone",
            "mac",
            "device");
    private static final Set<String> KINDS = Set.of("number", "extension", "ext", "ext.", "no.", "the", "this", "tel");

    /** What was said in the form in which the command takes it; absent if it cannot be meant here. */
    abstract Optional<String> read(String said);

    /** Without "my friend" and its like in front. */
    private static String withoutRelation(String said) {
        for (String relation : RELATIONS)
            if (said.regionMatches(true, 0, relation, 0, relation.length())) return said.substring(relation.length());
        return said;
    }

    /** Without "the number" and its like in front. */
    private static String withoutItsKind(String said) {
        String rest = said.strip();
        for (int i = 0; i < 2; i++) {
            int end = 0;
            while (end < rest.length() && !Blanks.isBlank(rest.charAt(end)) && rest.charAt(end) != ':') end++;
            if (end == rest.length() || !KINDS.contains(rest.substring(0, end).toLowerCase(Locale.ROOT))) break;
            rest = Blanks.stripped(rest.substring(end + 1));
        }
        return rest;
    }
}

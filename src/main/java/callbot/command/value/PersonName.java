package callbot.command.value;

import java.util.Locale;
import java.util.Set;

/** Tells the names of people from other words. */
public final class PersonName {

    private static final int MOST_WORDS = 4;
    private static final int MOST_CHARACTERS = 60;

    /** Words that no name is made of, though much is called by them. */
    private static final Set<String> NO_NAMES = Set.of("""
            a about above after again all am an and any anybody anyone anything are around as at away back be because been
            before being bell boss both but by call called calling calls can cannot center come complete could day did do does doing
            done down during duty each else ended every everybody everyone everything fire first for from get getting going
            good group had has have he help her here hers him his hold home how i if in into is it its just kids last later let
            line list log long many maybe me meeting message mine missed monday tuesday wednesday thursday friday saturday
            sunday more most much my myself name names never new next no nobody none not nothing now number numbers of off
            office on once one only or other others our ours out over own papers people phone please police quits right
            ring same second she should so some somebody someone something somewhere soon still such support team than
            thank thanks that the their theirs them then there these they thing things this those through time to today
            tomorrow tonight too twice under until up us very voicemail waiting was we were what when where which while who
            whom whose why will with without work would yes yesterday you your yours yourself""".split("\\s+"));

    private PersonName() {}

    /** Whether somebody may be called so. Nobody is called who is not chosen by a button, so this may be mistaken. */
    public static boolean isOne(String text) {
        String[] words = text.split(" ", MOST_WORDS + 1);
        if (text.length() > MOST_CHARACTERS || words.length > MOST_WORDS) return false;
        for (String word : words) if (!isPart(word)) return false;
        return words[0].length() > 1;
    }

    private static boolean isPart(String word) {
        boolean signs = word.codePoints()
                .allMatch(sign -> Character.isLetter(sign)
                        || Character.getType(sign) == Character.NON_SPACING_MARK
                        || "-'’.".indexOf(sign) >= 0);
        boolean letter = !word.isEmpty() && Character.isLetter(word.codePointAt(0));
        return signs && letter && !NO_NAMES.contains(word.toLowerCase(Locale.ROOT));
    }
}

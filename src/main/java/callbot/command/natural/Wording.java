package callbot.command.natural;

import callbot.command.value.Blanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A line in words. Punctuation around a word is no part of it, short forms are written out ("who's" is two words, "who" and
 * "is"), and a few words stand for all that mean the same.
 *
 * @param text as it was written
 * @param words in their order; those of a line of more than {@value #MOST} words are not all there, for it is no command
 */
record Wording(String text, List<Word> words) {

    /** Nobody needs more words to say what a phone shall do. */
    static final int MOST = 14;

    /** In characters: nobody hyphenates what is longer. */
    private static final int LONGEST_IN_TWO = 30;

    /** What may stand around a word. */
    private static final String AROUND = ".,!?:;…\"“”„'‘’`«»()[]{}¿¡*_~-–—";

    /** What may stand behind a number. */
    private static final String BEHIND = ".,!?:;…";

    /** What is written within a word, or makes another sign of the one before it. */
    private static final String WITHIN = "'’‘`\u200d\ufe0f";

    private static final Map<String, String> WRITTEN_OUT = Stream.of("""
            whos who is|whats what is|hows how is|wheres where is|thats that is|theres there is|its it is|lets let us
            im i am|id i would|ill i will|ive i have|youre you are|hes he is|shes she is|theyre they are
            dont do not|doesnt does not|didnt did not|cant can not|cannot can not|couldnt could not|wont will not
            wouldnt would not|shouldnt should not|isnt is not|arent are not|wasnt was not|havent have not
            wanna want to|gotta got to|gimme give me|lemme let me|u you|r are|ur your|ya you
            pls please|plz please|plse please|thx thanks|ty thanks|thanx thanks|tnx thanks|cheers thanks
            anyone somebody|anybody somebody|someone somebody|telephone phone|mic microphone|mike microphone
            phonecall call|conversation call|ok okay|k okay
            """.split("[|\n]"))
            .collect(Collectors.toUnmodifiableMap(
                    pair -> pair.strip().split(" ", 2)[0], pair -> pair.strip().split(" ", 2)[1]));

    /**
     * A word.
     *
     * @param plain in small letters, without apostrophes
     * @param start where it begins in the text, with the signs in front of it
     * @param end where it ends, with the signs behind it
     */
    record Word(String plain, int start, int end) {}

    Wording {
        words = List.copyOf(words);
    }

    /** Goes over the text once. */
    static Wording of(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length() && words.size() <= MOST) {
            int from = at;
            while (at < text.length() && !Blanks.isBlank(text.charAt(at))) at++;
            if (at > from) add(words, text, from, at);
            at++;
        }
        return new Wording(text, words);
    }

    boolean isTooLong() {
        return words.size() > MOST;
    }

    /** The words from one place to another, exclusive, of the same text. */
    Wording part(int from, int to) {
        return new Wording(text, words.subList(from, to));
    }

    /** The same, with other words in the same places. */
    Wording reading(IntFunction<String> plain) {
        return new Wording(
                text,
                IntStream.range(0, words.size())
                        .mapToObj(i -> new Word(
                                plain.apply(i),
                                words.get(i).start(),
                                words.get(i).end()))
                        .toList());
    }

    /** These words, one blank between them. */
    String joined(int from, int to) {
        StringBuilder all = new StringBuilder();
        for (int i = from; i < to; i++)
            all.append(i == from ? "" : " ").append(words.get(i).plain());
        return all.toString();
    }

    /** The text as it was written from one word to another, exclusive, without the punctuation behind it. */
    String written(int from, int to) {
        int end = words.get(to - 1).end();
        int start = words.get(from).start();
        while (end > start && BEHIND.indexOf(text.charAt(end - 1)) >= 0) end--;
        return text.substring(start, end);
    }

    private static void add(List<Word> words, String text, int start, int end) {
        int from = start;
        int to = end;
        boolean figure = isFigure(text, start, end);
        String behind = figure ? BEHIND : AROUND;
        while (!figure && from < to && AROUND.indexOf(text.charAt(from)) >= 0) from++;
        while (from < to && behind.indexOf(text.charAt(to - 1)) >= 0) to--;
        int hyphen = figure ? -1 : hyphen(text, from, to);
        if (hyphen > 0) {
            add(words, text, start, hyphen);
            add(words, text, hyphen + 1, end);
            return;
        }
        String plain = plain(text, from, to);
        if (plain.isEmpty()) return;
        String writtenOut = WRITTEN_OUT.get(plain);
        if (writtenOut == null) words.add(new Word(plain, start, end));
        else for (String word : writtenOut.split(" ")) words.add(new Word(word, start, end));
    }

    /** Whether it may be a number or an address, in which every sign counts. */
    private static boolean isFigure(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char sign = text.charAt(i);
            if (sign == '@' || Character.isDigit(sign)) return true;
        }
        return false;
    }

    /** Where the first hyphen is between letters alone, as in "pick-up"; -1 if there is none. */
    private static int hyphen(String text, int from, int to) {
        if (to - from > LONGEST_IN_TWO) return -1;
        int hyphen = -1;
        for (int i = from; i < to; i++) {
            char sign = text.charAt(i);
            if (sign == '-' && hyphen < 0) hyphen = i;
            else if (sign != '-' && !Character.isLetter(sign)) return -1;
        }
        return hyphen;
    }

    /** In small letters, without what is written within words and is no letter: apostrophes, and the colour of thumbs. */
    private static String plain(String text, int from, int to) {
        StringBuilder plain = new StringBuilder(to - from);
        for (int i = from, sign; i < to; i += Character.charCount(sign)) {
            sign = text.codePointAt(i);
            boolean colour = sign >= 0x1F3FB && sign <= 0x1F3FF;
            if (!colour && WITHIN.indexOf(sign) < 0) plain.appendCodePoint(sign);
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}

package callbot.command.natural;

import callbot.command.natural.Wording.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words with all taken out that makes no difference: articles go, "him" and "them" become {@value #IT}, and what stands for a
 * call, "the current call" or "this one", becomes {@value #CALL}. The first word stays what it is, since there "call" is a verb;
 * an article in front of all becomes {@value #THE}.
 *
 * @param all in their order
 * @param callNumber the number of the call, if one was said, as in "call 2" or "the second call"
 */
record WordTokens(List<Token> all, OptionalInt callNumber) {

    static final String IT = "it";

    static final String THE = "the";

    /** In a capital letter, as no word is. */
    static final String CALL = "Call";

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "my", "our");
    private static final Set<String> POINTERS = Set.of("this", "that", "these", "those");
    private static final Set<String> PRONOUNS =
            Set.of("it", "him", "her", "them", "he", "she", "they", "this", "that", "these", "those");
    private static final Set<String> BEFORE_CALL = Set.of("current", "active", "phone", "ongoing", "present", "whole");
    private static final Set<String> CALLS = Set.of("call", "caller");
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");

    /**
     * A token.
     *
     * @param from the first word that it stands for
     * @param to the word behind the last one
     */
    record Token(String key, int from, int to) {}

    /** All words that become other tokens, or none. */
    static Stream<String> words() {
        return Stream.of(ARTICLES, POINTERS, PRONOUNS, BEFORE_CALL, CALLS, Set.copyOf(ORDINALS))
                .flatMap(Set::stream);
    }

    static WordTokens of(Wording wording) {
        return new Reader(wording.words()).read();
    }

    int size() {
        return all.size();
    }

    /** The keys of these tokens, one blank between them. */
    String key(int from, int to) {
        StringBuilder key = new StringBuilder();
        for (int i = from; i < to; i++)
            key.append(i == from ? "" : " ").append(all.get(i).key());
        return key.toString();
    }

    String key() {
        return key(0, size());
    }

    /** Goes over the words once, looking a few ahead. */
    private static final class Reader {

        private final List<Word> words;
        private final List<Token> tokens = new ArrayList<>();
        private OptionalInt number = OptionalInt.empty();

        Reader(List<Word> words) {
            this.words = words;
        }

        WordTokens read() {
            int at = 0;
            while (at < words.size()) at = next(at);
            return new WordTokens(List.copyOf(tokens), number);
        }

        private int next(int from) {
            int noun = nounBehind(from);
            boolean verb = noun == from && tokens.isEmpty();
            if (noun < 0 || verb) return word(from);
            int to = noun + 1;
            if (to < words.size() && digits(to).isPresent() && number.isEmpty()) {
                number = OptionalInt.of(digits(to).get());
                to++;
            }
            tokens.add(new Token(CALL, from, to));
            return to;
        }

        private int word(int at) {
            String word = words.get(at).plain();
            if (PRONOUNS.contains(word)) tokens.add(new Token(IT, at, at + 1));
            else if (!ARTICLES.contains(word)) tokens.add(new Token(word, at, at + 1));
            else if (tokens.isEmpty()) tokens.add(new Token(THE, at, at + 1)); // no verb follows: "my resume"
            return at + 1;
        }

        /** Where a noun for a call stands, if there are but articles and the like in front of it; -1 if not. */
        private int nounBehind(int from) {
            OptionalInt said = OptionalInt.empty();
            int at = from;
            while (at < words.size() && at < from + 4) {
                String word = words.get(at).plain();
                if (CALLS.contains(word)) {
                    if (said.isPresent()) number = said;
                    return at;
                }
                int ordinal = ORDINALS.indexOf(word);
                if (ordinal >= 0) said = OptionalInt.of(ordinal + 1);
                else if (!ARTICLES.contains(word) && !POINTERS.contains(word) && !BEFORE_CALL.contains(word)) return -1;
                at++;
            }
            return -1;
        }

        private Optional<Integer> digits(int at) {
            return Saying.DIGIT.read(words.get(at).plain()).map(Integer::valueOf);
        }
    }
}

package callbot.command.natural;

import callbot.command.Remark.NotUnderstood.Offer;
import callbot.command.natural.Phrasebook.Entry;
import callbot.command.natural.WordTokens.Token;
import callbot.command.value.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The phrases of the {@link Phrasebook}, such that one is found at the cost of the words that are looked for. */
final class Phrases {

    /** Nothing that is said in front of a number or a name has more words. */
    private static final int LONGEST_BEGINNING = 6;

    /** In a shorter one, another letter makes another phrase. */
    private static final int SHORTEST_WITH_A_SLIP = 7;

    private final Map<String, Set<Entry>> certain = new HashMap<>();
    private final Map<String, Set<Entry>> likely = new HashMap<>();
    private final Map<String, List<Gap>> beginnings = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> firstWords = new HashSet<>();

    /** The end of a phrase in which people say something themselves. */
    private record Gap(Saying saying, String end, int endSize, Entry entry, boolean certain) {}

    /**
     * A phrase that was found.
     *
     * @param said what people said themselves in it
     * @param more what was said besides, as it stands at the end of a command
     */
    record Found(Entry entry, Optional<String> said, String more, boolean certain) {

        Found with(String moreSaid) {
            return new Found(entry, said, moreSaid, certain);
        }

        Offer offer() {
            return new Offer(filled(entry.title()), filled(entry.command()) + more);
        }

        private String filled(String text) {
            return said.map(words -> text.replace("*", words)).orElse(text);
        }
    }

    Phrases() {
        for (Entry entry : Phrasebook.entries()) {
            entry.certain().forEach(phrase -> add(phrase, entry, true));
            entry.likely().forEach(phrase -> add(phrase, entry, false));
        }
        certain.forEach((phrase, meanings) -> {
            if (meanings.size() > 1) throw new IllegalStateException("“" + phrase + "” means " + meanings);
        });
    }

    /** All words that phrases are made of. */
    Set<String> words() {
        return words;
    }

    /** Whether a phrase begins so. */
    boolean beginWith(String word) {
        return firstWords.contains(word);
    }

    /** The phrases that these words are, from the first to the last: those that are certain, or else all that are likely. */
    List<Found> find(Wording wording, WordTokens tokens) {
        String key = tokens.key();
        List<Found> found = Stream.of(
                        whole(certain, key, true), filled(wording, tokens).stream(), whole(likely, key, false))
                .flatMap(phrases -> phrases)
                .toList();
        List<Found> sure = found.stream().filter(Found::certain).toList();
        return sure.isEmpty() ? found : sure.subList(0, 1);
    }

    /** What is likely to be meant if there is a slip of the pen in it. */
    List<Found> nearTo(String key) {
        if (key.length() < SHORTEST_WITH_A_SLIP) return List.of();
        Nearest nearest = new Nearest(key);
        return Stream.of(certain, likely)
                .flatMap(phrases -> phrases.entrySet().stream())
                .filter(phrase -> nearest.isOneSlipFrom(phrase.getKey()))
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .map(entry -> new Found(entry, Optional.empty(), "", false))
                .toList();
    }

    private static Stream<Found> whole(Map<String, Set<Entry>> phrases, String key, boolean certain) {
        return phrases.getOrDefault(key, Set.of()).stream()
                .map(entry -> new Found(entry, Optional.empty(), "", certain));
    }

    /** The longest beginning that fits comes first. */
    private List<Found> filled(Wording wording, WordTokens tokens) {
        List<Found> found = new ArrayList<>();
        for (int begin = Math.min(LONGEST_BEGINNING, tokens.size() - 1); begin >= 0; begin--) {
            for (Gap gap : beginnings.getOrDefault(tokens.key(0, begin), List.of())) {
                int end = tokens.size() - gap.endSize();
                if (end <= begin || !tokens.key(end, tokens.size()).equals(gap.end())) continue;
                int from = begin == 0 ? 0 : tokens.all().get(begin - 1).to();
                String said = wording.written(from, tokens.all().get(end - 1).to());
                gap.saying().read(said).ifPresent(text -> found.add(filled(gap, text)));
            }
        }
        return found;
    }

    /** A number of one or two digits may be that of a call in a list. */
    private static Found filled(Gap gap, String said) {
        boolean doubtful = Saying.DIGIT.read(said).isPresent() && gap.saying() != Saying.KEYS;
        return new Found(gap.entry(), Optional.of(said), "", gap.certain() && !doubtful);
    }

    private void add(String phrase, Entry entry, boolean sure) {
        Wording wording = Wording.of(phrase);
        wording.words().forEach(word -> words.add(word.plain()));
        firstWords.add(wording.words().getFirst().plain());
        List<String> keys =
                WordTokens.of(wording).all().stream().map(Token::key).toList();
        for (List<String> variant : variants(keys)) {
            int gap = 0;
            while (gap < keys.size() && !keys.get(gap).startsWith("<")) gap++;
            if (gap < keys.size()) addWithGap(variant, gap, entry, sure);
            else
                (sure ? certain : likely)
                        .computeIfAbsent(String.join(" ", variant), key -> new LinkedHashSet<>())
                        .add(entry);
        }
    }

    private void addWithGap(List<String> keys, int gap, Entry entry, boolean sure) {
        String kind = keys.get(gap);
        Saying saying = Saying.valueOf(kind.substring(1, kind.length() - 1).toUpperCase(Locale.ROOT));
        List<String> end = keys.subList(gap + 1, keys.size());
        beginnings
                .computeIfAbsent(String.join(" ", keys.subList(0, gap)), beginning -> new ArrayList<>())
                .add(new Gap(saying, String.join(" ", end), end.size(), entry, sure));
    }

    /** What is said of "it" can be said of the call as well. */
    private static List<List<String>> variants(List<String> keys) {
        if (!keys.contains(WordTokens.IT)) return List.of(keys);
        List<String> ofCall = keys.stream()
                .map(key -> key.equals(WordTokens.IT) ? WordTokens.CALL : key)
                .toList();
        return List.of(keys, ofCall);
    }
}

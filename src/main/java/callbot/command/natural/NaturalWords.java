package callbot.command.natural;

import callbot.command.Remark;
import callbot.command.Remark.NotUnderstood.Offer;
import callbot.command.natural.Courtesies.Ask;
import callbot.command.natural.Phrases.Found;
import callbot.command.natural.WordTokens.Token;
import callbot.command.natural.Wording.Word;
import callbot.command.value.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Understands what people write who know no commands: "put her on hold, please". What is but polite is taken off, and the rest
 * looked up in the {@link Phrasebook}, as a whole. What has a word too many, or a slip of the pen, is at most likely.
 *
 * <p>Each word is looked at a fixed number of times, and a line of many words not at all.
 */
public final class NaturalWords {

    /** More would be a riddle. */
    private static final int MOST_OFFERS = 3;

    /** A line with more words that are in no phrase is about something else. */
    private static final int MOST_UNKNOWN = 3;

    /** What is misspelt may be meant to be one of so many words. */
    private static final int MOST_READINGS = 4;

    private static final int SHORTEST_DEVICE = 2; // "on phone"
    private static final int LONGEST_DEVICE = 5;

    /** With one of these in it, a line that is in no phrase as it is may mean the opposite, or another time. */
    private static final Set<String> TURN_ROUND = words(
            "not never no without if unless when after before until while tomorrow later should was were had would",
            " ");

    private static final Set<String> ON_A_DEVICE =
            words("/dial *, /consult *, /add *, /answer, /pickup, /pickup *, /retrieve, /retrieve *, /barge *", ", ");

    /** Other commands know no number of a call. */
    private static final Set<String> WITH_A_CALL = words(
            "/answer, /reject, /reject busy, /reject ignore, /hangup, /divert voicemail, /divert *, /hold, /resume, /mute, /unmute, "
                    + "/transfer *, /park, /park *, /park group, /record start, /record stop, /record pause, /record resume, /dtmf *, "
                    + "/calls",
            ", ");

    private final Courtesies courtesies = new Courtesies();
    private final Phrases phrases = new Phrases();
    private final Set<String> known = new HashSet<>(phrases.words());

    /** All that the phrasebook has. */
    public NaturalWords() {
        courtesies.words().forEach(known::add);
        WordTokens.words().forEach(known::add);
        known.addAll(TURN_ROUND);
    }

    /** Whether somebody who says this word, in small letters, may begin to ask for something. */
    public boolean beginWith(String word) {
        return phrases.beginWith(word);
    }

    /** Understands a line. */
    public Meaning read(String text) {
        Wording line = Wording.of(text);
        if (line.words().isEmpty() || line.isTooLong()) return new Meaning.Nothing();
        Ask ask = courtesies.takenOff(line);
        List<Found> whole =
                find(line).stream().filter(one -> one.said().isEmpty()).toList();
        List<Found> asked = find(ask.what());
        return certain(whole, false)
                .or(() -> certain(asked, ask.wished()))
                .or(() -> question(line))
                .or(() -> likely(asked))
                .or(() -> likely(whole))
                .or(() -> guessed(line, ask))
                .orElseGet(Meaning.Nothing::new);
    }

    private static Optional<Meaning> certain(List<Found> found, boolean wished) {
        return found.stream().filter(Found::certain).findFirst().map(one -> switch (one.entry()
                .command()) {
            case Phrasebook.GREETING -> new Meaning.Polite(Remark.Courtesy.Kind.GREETING);
            case Phrasebook.THANKS -> new Meaning.Polite(Remark.Courtesy.Kind.THANKS);
            default -> new Meaning.Certain(one.offer(), wished);
        });
    }

    private static Optional<Meaning> likely(List<Found> found) {
        List<Offer> offers = found.stream()
                .filter(one -> one.entry().command().startsWith("/"))
                .map(Found::offer)
                .distinct()
                .limit(MOST_OFFERS)
                .toList();
        return offers.isEmpty() ? Optional.empty() : Optional.of(new Meaning.Likely(offers));
    }

    /** How something is done that is a command: its help says it. */
    private Optional<Meaning> question(Wording line) {
        return find(courtesies
                        .takenOff(courtesies.asked(courtesies.takenOff(line).what()))
                        .what())
                .stream()
                .map(one -> one.entry().command())
                .filter(command -> command.startsWith("/"))
                .findFirst()
                .map(command -> command.startsWith("/help")
                        ? command
                        : "/help " + command.substring(1).split(" ")[0])
                .map(help -> new Meaning.Certain(new Offer("Help", help), false));
    }

    /** The phrase that these words are, perhaps with a call or a device in it. */
    private List<Found> find(Wording wording) {
        if (wording.words().isEmpty()) return List.of();
        WordTokens tokens = WordTokens.of(wording);
        List<Found> found = phrases.find(wording, tokens);
        if (tokens.callNumber().isPresent()) {
            String call = " call " + tokens.callNumber().getAsInt();
            return found.stream()
                    .filter(one -> WITH_A_CALL.contains(one.entry().command()))
                    .map(one -> one.with(call))
                    .toList();
        }
        return found.isEmpty() ? findOnDevice(wording) : found;
    }

    private List<Found> findOnDevice(Wording wording) {
        int size = wording.words().size();
        for (int on = Math.max(1, size - LONGEST_DEVICE); on <= size - SHORTEST_DEVICE; on++) {
            if (!wording.words().get(on).plain().equals("on")) continue;
            Optional<String> device = Saying.DEVICE.read(wording.written(on + 1, size));
            if (device.isEmpty()) continue;
            Wording rest = wording.part(0, on);
            return phrases.find(rest, WordTokens.of(rest)).stream()
                    .filter(one -> ON_A_DEVICE.contains(one.entry().command()))
                    .map(one -> one.with(" on " + device.get()))
                    .toList();
        }
        return List.of();
    }

    private Optional<Meaning> guessed(Wording line, Ask ask) {
        boolean turned = line.words().stream().map(Word::plain).anyMatch(TURN_ROUND::contains);
        long unknown =
                line.words().stream().filter(word -> !isKnown(word.plain())).count();
        if (turned || unknown > MOST_UNKNOWN) return Optional.empty();
        List<Wording> readings = corrected(line).stream()
                .map(reading -> courtesies.takenOff(reading).what())
                .toList();
        return Stream.of(
                        aboutSomebody(ask.what()).stream(),
                        readings.stream().flatMap(reading -> find(reading).stream()),
                        readings.stream()
                                .limit(1)
                                .flatMap(reading ->
                                        phrases.nearTo(WordTokens.of(reading).key()).stream()))
                .map(found -> likely(found.toList()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** As "put Bob on hold": a single word between others that is unknown may be the name of the other side. */
    private List<Found> aboutSomebody(Wording wording) {
        List<Token> tokens = new ArrayList<>(WordTokens.of(wording).all());
        List<Token> unknown =
                tokens.stream().filter(token -> !isKnown(token.key())).toList();
        boolean between = unknown.size() == 1
                && unknown.getFirst() != tokens.getFirst()
                && unknown.getFirst() != tokens.getLast();
        if (!between) return List.of();
        tokens.replaceAll(
                token -> token == unknown.getFirst() ? new Token(WordTokens.IT, token.from(), token.to()) : token);
        return phrases.find(wording, new WordTokens(tokens, OptionalInt.empty()));
    }

    /** The ways to read a line in which words are misspelt: all for the first of them, and the likeliest for the others. */
    private List<Wording> corrected(Wording line) {
        List<List<String>> readings =
                line.words().stream().map(word -> corrected(word.plain())).toList();
        int first = 0;
        while (first < readings.size() && readings.get(first).size() == 1) first++;
        int ways = first == readings.size() ? 1 : readings.get(first).size();
        int slip = first;
        return IntStream.range(0, ways)
                .mapToObj(way -> line.reading(i -> readings.get(i).get(i == slip ? way : 0)))
                .toList();
    }

    /** What a word may be meant to be, the likeliest first. */
    private List<String> corrected(String word) {
        if (isKnown(word) || !word.chars().allMatch(Character::isLetter)) return List.of(word);
        Nearest nearest = new Nearest(word);
        List<String> all = known.stream()
                .filter(nearest::isOneSlipFrom)
                .sorted(Comparator.comparing(nearest::hasOtherLetters).thenComparing(Comparator.naturalOrder()))
                .limit(MOST_READINGS)
                .toList();
        return all.isEmpty() ? List.of(word) : all;
    }

    private static Set<String> words(String text, String between) {
        return Set.of(text.split(between));
    }

    private boolean isKnown(String word) {
        return known.contains(word) || word.equals(WordTokens.CALL) || word.equals(WordTokens.IT);
    }
}

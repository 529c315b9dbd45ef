package callbot.line;

import callbot.command.CallerIdChange;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.Secret;
import callbot.webex.line.CallerIdChoice;
import callbot.webex.line.CallerIdHiding;
import callbot.webex.line.LineSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What others see when a user calls them. */
public final class CallerIds {

    private static final List<Scope> READ = List.of(Scope.SETTINGS_READ);

    /** What is set for the user can always be called so. */
    private static final String DEFAULT = "default";

    private final LineSettings settings;
    private final AccessTokens tokens;

    /**
     * As whom the user may call.
     *
     * @param word what can be typed to mean it; absent if it is called by nothing that is its own
     * @param chosen whether others see it now
     */
    public record Seen(CallerIdChoice choice, Optional<String> word, boolean chosen) {}

    /**
     * What others see, and may see.
     *
     * @param hidden whether they see no number; absent if that is not part of the calling plan
     * @param chosen what they see if it is not hidden; absent if Webex does not say
     */
    public record State(Optional<Boolean> hidden, Optional<CallerIdChoice> chosen, List<Seen> choices) {

        /** Keeps a copy. */
        public State {
            choices = List.copyOf(choices);
        }

        /** The chosen one, if it is one of those that may be chosen. */
        public Optional<Seen> chosenSeen() {
            return choices.stream().filter(Seen::chosen).findFirst();
        }
    }

    /** What came of a wish. */
    public sealed interface Outcome {

        /** The number is withheld, or no longer. @param changed whether it was otherwise before */
        record Hidden(boolean hidden, boolean changed) implements Outcome {}

        /** Others see this one, unless the number is withheld. @param before how it was */
        record Chosen(Seen now, State before) implements Outcome {}

        /** None of these is meant, or several are. Nothing was changed. */
        record Unclear(String which, List<Seen> all) implements Outcome {}
    }

    /** Numbers of whoever has signed in. */
    public CallerIds(LineSettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** What others see who are called by this user now. */
    public State state(String personId) {
        return tokens.actAs(personId, READ, this::state);
    }

    /** Has it as it is wanted. */
    public Outcome change(String personId, CallerIdChange wish) {
        return tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, token -> switch (wish) {
            case CallerIdChange.Hide(boolean hidden) -> hide(token, hidden);
            case CallerIdChange.CallAs(String which) -> choose(token, which);
        });
    }

    private Outcome hide(Secret token, boolean hidden) {
        CallerIdHiding now = settings.callerIdHiding(token);
        boolean changed = now.whenCalling() != hidden;
        if (changed) settings.change(token, now.turned(hidden));
        return new Outcome.Hidden(hidden, changed);
    }

    private Outcome choose(Secret token, String which) {
        State now = state(token);
        List<Seen> meant = Labelled.meant(which, labelled(now.choices(), true));
        if (meant.size() != 1) return new Outcome.Unclear(which, now.choices());
        Seen one = meant.getFirst();
        if (!one.chosen()) settings.choose(token, one.choice());
        return new Outcome.Chosen(one, now);
    }

    private State state(Secret token) {
        List<CallerIdChoice> all = settings.callerIds(token);
        Optional<CallerIdChoice> chosen =
                CallingPlan.ifThere(() -> settings.chosenCallerId(token)).flatMap(any -> any);
        Optional<Boolean> hidden =
                CallingPlan.ifThere(() -> settings.callerIdHiding(token)).map(CallerIdHiding::whenCalling);
        List<Seen> wordless = all.stream()
                .map(one -> new Seen(
                        one, Optional.empty(), chosen.filter(one::isSame).isPresent()))
                .toList();
        List<Labelled<Seen>> labelled = labelled(wordless, false);
        return new State(
                hidden,
                chosen,
                wordless.stream()
                        .map(one -> new Seen(one.choice(), Labelled.word(one, labelled), one.chosen()))
                        .toList());
    }

    /** @param byPlace whether each can be called by its place in the list, which may have changed when a button is pressed */
    private static List<Labelled<Seen>> labelled(List<Seen> choices, boolean byPlace) {
        List<Labelled<Seen>> all = new ArrayList<>();
        for (Seen one : choices) {
            CallerIdChoice choice = one.choice();
            Optional<String> usual =
                    Optional.of(DEFAULT).filter(any -> choice.type() == CallerIdChoice.Type.DEFAULT_CLID);
            Optional<String> place = Optional.of("" + (all.size() + 1)).filter(any -> byPlace);
            all.add(new Labelled<>(
                    one,
                    Stream.of(usual, choice.number(), choice.extension(), choice.name(), choice.id(), place)
                            .flatMap(Optional::stream)
                            .toList(),
                    choice.name()));
        }
        return all;
    }
}

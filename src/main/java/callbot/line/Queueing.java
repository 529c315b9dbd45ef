package callbot.line;

import callbot.command.QueueChange;
import callbot.command.QueueChange.Standing;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.line.AgentQueue;
import callbot.webex.line.AgentQueues;
import callbot.webex.line.CallerIdChoice;
import callbot.webex.line.LineSettings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls that reach users from call queues. */
public final class Queueing {

    private static final List<Scope> READ = List.of(Scope.SETTINGS_READ);
    private static final int UNAUTHORIZED = 401;

    private final LineSettings settings;
    private final AccessTokens tokens;

    /**
     * A queue.
     *
     * @param name absent if Webex tells none
     * @param word what can be typed to mean it; absent if it is called by nothing that is its own
     */
    public record Seen(AgentQueue queue, Optional<String> name, Optional<String> word) {}

    /**
     * From which queues calls reach a user.
     *
     * @param standing how the user stands to all of them; absent if Webex does not say
     */
    public record State(Optional<Standing> standing, List<Seen> queues) {

        /** Keeps a copy. */
        public State {
            queues = List.copyOf(queues);
        }
    }

    /** What came of a wish. */
    public sealed interface Outcome {

        /** The user stands to all queues as wanted. @param before absent if Webex did not say */
        record All(Optional<Standing> before, Standing now, boolean inNone) implements Outcome {}

        /**
         * Calls of this queue reach the user, or no longer.
         *
         * @param changed whether it was otherwise before
         * @param standing how the user stands to all of them; absent if Webex does not say
         */
        record One(Seen queue, boolean in, boolean changed, Optional<Standing> standing) implements Outcome {}

        /** The user is in no queue at all. Nothing was changed. */
        record NoQueues() implements Outcome {}

        /** None of these is meant, or several are. Nothing was changed. */
        record Unclear(String which, List<Seen> all) implements Outcome {}

        /** The user must not leave this queue. Nothing was changed. */
        record MustStay(Seen queue) implements Outcome {}
    }

    /** Queues of whoever has signed in. */
    public Queueing(LineSettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /** From which queues calls reach this user now. */
    public State state(String personId) {
        return tokens.actAs(personId, READ, token -> state(token, settings.queues(token)));
    }

    /** Has it as it is wanted. */
    public Outcome change(String personId, QueueChange wish) {
        return tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, token -> {
            AgentQueues all = settings.queues(token);
            if (all.queues().isEmpty()) return new Outcome.NoQueues();
            return switch (wish) {
                case QueueChange.All(Standing standing) -> change(token, all, standing);
                case QueueChange.One(String which, boolean in) -> change(token, state(token, all), which, in);
            };
        });
    }

    private Outcome change(Secret token, AgentQueues all, Standing wanted) {
        Optional<Standing> before = all.state().map(Queueing::standing);
        if (!before.equals(Optional.of(wanted))) settings.change(token, state(wanted));
        boolean inNone = all.queues().stream()
                .allMatch(queue -> queue.joined().filter(joined -> !joined).isPresent());
        return new Outcome.All(before, wanted, inNone);
    }

    private Outcome change(Secret token, State now, String which, boolean in) {
        List<Seen> meant = Labelled.meant(which, labelled(now.queues()));
        if (meant.size() != 1) return new Outcome.Unclear(which, now.queues());
        Seen one = meant.getFirst();
        boolean changed = !one.queue().joined().equals(Optional.of(in));
        if (changed && !in && !one.queue().mayChange()) return new Outcome.MustStay(one);
        if (changed) settings.join(token, one.queue(), in);
        return new Outcome.One(one, in, changed, now.standing());
    }

    private State state(Secret token, AgentQueues all) {
        List<CallerIdChoice> names = all.queues().isEmpty() ? List.of() : names(token);
        List<Seen> nameless = all.queues().stream()
                .map(queue -> new Seen(queue, name(queue, names), Optional.empty()))
                .toList();
        List<Labelled<Seen>> labelled = labelled(nameless);
        return new State(
                all.state().map(Queueing::standing),
                nameless.stream()
                        .map(one -> new Seen(one.queue(), one.name(), Labelled.word(one, labelled)))
                        .toList());
    }

    /** Webex tells the name of a queue only where it tells as whom one can call. Without it there is still the number. */
    private List<CallerIdChoice> names(Secret token) {
        try {
            return settings.callerIds(token);
        } catch (WebexException e) {
            if (e instanceof WebexException.Refused refused && refused.status() == UNAUTHORIZED) throw e;
            return List.of();
        }
    }

    /** That a queue has the same id in both places is not documented, so its number will do as well. */
    private static Optional<String> name(AgentQueue queue, List<CallerIdChoice> names) {
        List<CallerIdChoice> queues = names.stream()
                .filter(one -> one.type() == CallerIdChoice.Type.CALL_QUEUE)
                .toList();
        return Stream.concat(
                        queues.stream().filter(one -> one.id().equals(Optional.of(queue.id()))),
                        queues.stream()
                                .filter(one -> isSame(one.number(), queue.number())
                                        || isSame(one.extension(), queue.extension())))
                .flatMap(one -> one.name().stream())
                .findFirst();
    }

    private static boolean isSame(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }

    private static List<Labelled<Seen>> labelled(List<Seen> queues) {
        return queues.stream()
                .map(one -> new Labelled<>(
                        one,
                        Stream.of(
                                        one.queue().extension(),
                                        one.queue().number(),
                                        one.name(),
                                        Optional.of(one.queue().id()))
                                .flatMap(Optional::stream)
                                .toList(),
                        one.name()))
                .toList();
    }

    private static Standing standing(AgentQueues.State state) {
        return switch (state) {
            case SIGN_IN -> Standing.SIGNED_IN;
            case SIGN_OUT -> Standing.OUT;
            case AVAILABLE -> Standing.IN;
            case UNAVAILABLE -> Standing.PAUSE;
            case WRAP_UP -> Standing.WRAP_UP;
        };
    }

    private static AgentQueues.State state(Standing standing) {
        return switch (standing) {
            case SIGNED_IN -> AgentQueues.State.SIGN_IN;
            case OUT -> AgentQueues.State.SIGN_OUT;
            case IN -> AgentQueues.State.AVAILABLE;
            case PAUSE -> AgentQueues.State.UNAVAILABLE;
            case WRAP_UP -> AgentQueues.State.WRAP_UP;
        };
    }
}

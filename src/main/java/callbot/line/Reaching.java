package callbot.line;

import callbot.command.ReachChange;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.line.LineSettings;
import callbot.webex.line.ReachNumber;
import callbot.webex.line.SimultaneousRing;
import callbot.webex.line.SingleNumberReach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers that ring as well when users are called. */
public final class Reaching {

    private static final List<Scope> READ = List.of(Scope.SETTINGS_READ);

    private final LineSettings settings;
    private final AccessTokens tokens;

    /**
     * How it stands.
     *
     * @param single the numbers of single number reach; absent if that is not part of the calling plan
     * @param together those of simultaneous ring; absent likewise
     */
    public record State(Optional<SingleNumberReach> single, Optional<SimultaneousRing> together) {

        List<ReachNumber> numbers() {
            return single.map(SingleNumberReach::numbers).orElse(List.of());
        }

        private boolean hasTogether() {
            return together.filter(ring -> !ring.phones().isEmpty()).isPresent();
        }
    }

    /** Something that can be switched on and off. */
    public sealed interface Switch {

        /** One number of single number reach. */
        record Number(ReachNumber number) implements Switch {}

        /** All of simultaneous ring. */
        record Together(SimultaneousRing ring) implements Switch {}

        /** Whether it was on. */
        default boolean wasOn() {
            return switch (this) {
                case Number(ReachNumber number) -> number.enabled();
                case Together(SimultaneousRing ring) -> ring.enabled();
            };
        }
    }

    /**
     * What came of a change.
     *
     * @param meant what it was about, as it was before; empty if there is no such number
     * @param changed those that were switched
     * @param stopped whether Webex failed before all were
     */
    public record Change(List<Switch> meant, List<Switch> changed, boolean stopped) {

        /** Keeps copies. */
        public Change {
            meant = List.copyOf(meant);
            changed = List.copyOf(changed);
        }
    }

    /** The numbers of whoever has signed in. */
    public Reaching(LineSettings settings, AccessTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    /**
     * How it stands with this user now.
     *
     * @throws WebexException also if neither is part of the calling plan
     */
    public State state(String personId) {
        return tokens.actAs(personId, READ, this::state);
    }

    /** Has it as it is wanted. */
    public Change change(String personId, ReachChange wish) {
        return tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, token -> change(token, wish));
    }

    /**
     * Has one more number ring, by single number reach.
     *
     * @return the one that was there already, with which nothing was done; absent if it was not
     */
    public Optional<ReachNumber> add(String personId, String number, String name) {
        return tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, token -> {
            Optional<ReachNumber> there = settings.singleNumberReach(token).numbers().stream()
                    .filter(one -> one.is(number))
                    .findFirst();
            if (there.isEmpty()) settings.add(token, number, name);
            return there;
        });
    }

    /** The one of single number reach that is meant; absent if not just one is. */
    public Optional<ReachNumber> find(String personId, String which) {
        return tokens.actAs(personId, READ, token -> find(token, which));
    }

    /** Takes this one out of the list, so that it can no longer be switched on; absent if not just one is meant. */
    public Optional<ReachNumber> remove(String personId, String which) {
        return tokens.actAs(personId, Scope.TO_CHANGE_SETTINGS, token -> {
            Optional<ReachNumber> found = find(token, which);
            found.ifPresent(one -> settings.remove(token, one));
            return found;
        });
    }

    private Optional<ReachNumber> find(Secret token, String which) {
        List<ReachNumber> found = settings.singleNumberReach(token).numbers().stream()
                .filter(one -> one.is(which))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private State state(Secret token) {
        try {
            SingleNumberReach single = settings.singleNumberReach(token);
            return new State(Optional.of(single), CallingPlan.ifThere(() -> settings.simultaneousRing(token)));
        } catch (WebexException.Refused e) {
            if (!e.isOfNoneThere()) throw e;
            Optional<SimultaneousRing> together = CallingPlan.ifThere(() -> settings.simultaneousRing(token));
            if (together.isEmpty()) throw e;
            return new State(Optional.empty(), together);
        }
    }

    private Change change(Secret token, ReachChange wish) {
        List<Switch> meant = meant(token, wish);
        List<Switch> changed = new ArrayList<>();
        for (Switch one : meant) {
            if (one.wasOn() == wish.on()) continue;
            try {
                turn(token, one, wish.on());
            } catch (WebexException e) {
                if (changed.isEmpty()) throw e;
                return new Change(meant, changed, true);
            }
            changed.add(one);
        }
        return new Change(meant, changed, false);
    }

    private List<Switch> meant(Secret token, ReachChange wish) {
        return switch (wish) {
            case ReachChange.All all -> {
                State now = state(token);
                List<Switch> switches = new ArrayList<>(numbers(now.numbers()));
                if (now.hasTogether())
                    switches.add(new Switch.Together(now.together().get()));
                yield switches;
            }
            case ReachChange.One(String which, boolean on) ->
                numbers(find(token, which).stream().toList());
            case ReachChange.Together together -> {
                SimultaneousRing ring = settings.simultaneousRing(token);
                yield ring.phones().isEmpty() ? List.of() : List.of(new Switch.Together(ring));
            }
        };
    }

    private void turn(Secret token, Switch one, boolean on) {
        switch (one) {
            case Switch.Number(ReachNumber number) -> settings.change(token, number.turned(on));
            case Switch.Together(SimultaneousRing ring) -> settings.change(token, ring.turned(on));
        }
    }

    private static List<Switch> numbers(List<ReachNumber> numbers) {
        return numbers.stream().<Switch>map(Switch.Number::new).toList();
    }
}

package callbot.upkeep;

import callbot.signin.SignIn.Asker;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.AtOnce;
import callbot.store.Lease;
import callbot.store.StateStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Moves the hand, see the package's page. Any number of instances may do so at the same time: the one that gets the lease does.
 */
public final class Upkeep {

    /** How often to {@link #go}. */
    public static final Duration PAUSE = Duration.ofSeconds(20);

    /** How long one instance goes on before another may. */
    private static final Duration SHIFT = Duration.ofSeconds(30);

    /** Longer than a shift with what is under way at its end. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    /** How many users are looked after at the same time. */
    private static final AtOnce AT_ONCE = new AtOnce(16);

    /** How many slots a late hand goes at a time: some 170 users of 10,000. */
    private static final int STEP = 8;

    /** When so many are to be looked at again, nobody new is looked at. */
    private static final int MOST_POSTPONED = 2000;

    private final StateStore store;
    private final Clock clock;
    private final Position position;
    private final Users users;
    private final Care care;
    private final Consumer<Asker> permissionEnded;
    private final Postponed postponed;
    private final ReentrantLock working = new ReentrantLock();
    private volatile boolean stopping;

    /** Looks after one user; see {@link UserCare#look}. */
    @FunctionalInterface
    public interface Care {

        /** After which time to look again, if before the walk comes round; zero if it is not known. */
        Optional<Duration> look(User user, boolean told);
    }

    /**
     * The upkeep of one instance.
     *
     * @param permissionEnded tells somebody that the permission has ended
     */
    public Upkeep(
            StateStore store, Clock clock, Position position, Users users, Care care, Consumer<Asker> permissionEnded) {
        this.store = store;
        this.clock = clock;
        this.position = position;
        this.users = users;
        this.care = care;
        this.permissionEnded = permissionEnded;
        this.postponed = new Postponed(store);
    }

    /** Does what it is time for; to be called again and again. */
    public void go() {
        URI here = position.reach();
        boolean more = true;
        while (more && !stopping) more = shift(here);
    }

    /** Looks at everything now. */
    public void everything() {
        URI here = position.reach();
        working.lock();
        try {
            position.lookAgain(here);
            position.setBack(here);
            boolean more = true;
            while (more && !stopping) more = work(here);
        } finally {
            working.unlock();
        }
    }

    /** Looks after somebody who has signed in, and may have been told of calls before. */
    public void signedIn(User user) {
        look(user, 0);
    }

    /** Begins with no further user; those who are being looked after are finished. */
    public void stop() {
        stopping = true;
    }

    /** Whether there is more for this instance to do. */
    private boolean shift(URI here) {
        working.lock();
        try {
            Optional<Lease> taken = Lease.take(store, "lease:upkeep", LEASE);
            if (taken.isEmpty()) {
                position.learn();
                return false;
            }
            Lease lease = taken.get();
            try (lease) {
                position.keep(here);
                return work(here);
            }
        } finally {
            working.unlock();
        }
    }

    /** Looks after those whose turn it is, until all have been or the shift is over; whether there is more to do. */
    private boolean work(URI here) {
        Instant end = clock.instant().plus(SHIFT);
        boolean mayGoOn = again() < MOST_POSTPONED;
        long saved = position.hand(here).turn();
        long reached = saved;
        while (mayGoOn && reached < position.minute() && clock.instant().isBefore(end) && !stopping) {
            long next = Math.min(position.minute(), reached + STEP);
            List<User> due = LongStream.rangeClosed(reached + 1, next)
                    .mapToObj(turn -> users.inSlot(Math.floorMod(turn, Users.SLOTS)))
                    .flatMap(List::stream)
                    .toList();
            AT_ONCE.forEach(due, user -> look(user, 0));
            reached = next;
            if (!due.isEmpty() || reached == position.minute()) {
                saved = position.advance(here, saved, reached).turn();
                reached = saved; // it may have been set back meanwhile
            }
        }
        users.ended().forEach(person -> users.takeEnded(person).ifPresent(permissionEnded));
        return mayGoOn && reached < position.minute();
    }

    /** Looks again at those of whom Webex has said when, or who have failed for a while; how many go on waiting. */
    private int again() {
        List<Postponed.Try> all = postponed.all();
        Instant now = clock.instant();
        List<Postponed.Try> due =
                all.stream().filter(one -> !one.notBefore().isAfter(now)).toList();
        AT_ONCE.forEach(
                due,
                one -> users.find(one.personId())
                        .ifPresentOrElse(user -> look(user, one.tries()), () -> postponed.settle(one.personId())));
        return all.size() - due.size();
    }

    private void look(User user, int tries) {
        if (stopping) return;
        Optional<Duration> wait = care.look(user, !position.standsBy());
        if (wait.isPresent()) postponed.postpone(user.id(), tries, clock.instant(), wait.get());
        else if (tries > 0) postponed.settle(user.id());
    }
}

package callbot.store;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A store whose values are sealed before they reach the store below, see {@link Seal}. Keys are not hidden, only values.
 *
 * <p>Who has the store below, but not the secret, can neither read a value nor make one up, nor move one to another key. Sealing does
 * not stop him from deleting entries, from putting back what an entry was at another time (after {@code /auth clear}, what
 * signed somebody in), nor from seeing which entries there are, how long their values are, and which have the same value again. So
 * keep others away from it all the same.
 *
 * <p>The secret can be changed while several instances run. All of them open with every secret that is configured and seal with
 * the first. So the new one is put behind the old one first, until all instances know it, and then in front; and whenever there is
 * more than one, or what the version before has sealed, all is sealed anew in the background.
 */
public final class SealedStateStore implements StateStore {

    /** Its value is known, so it tells whether the secrets are the right ones; it is sealed anew when all the rest is. */
    private static final String CHECK = "seal:check";

    private static final String CHECK_VALUE = "callbot";

    private final System.Logger log = System.getLogger(SealedStateStore.class.getName());
    private final StateStore below;
    private final List<Seal> seals;
    private final boolean mixed;
    private volatile boolean closed;

    private SealedStateStore(StateStore below, List<Seal> seals, boolean mixed) {
        this.below = below;
        this.seals = seals;
        this.mixed = mixed;
    }

    /**
     * Seals what goes into this store.
     *
     * @param secrets long and random: the first seals, all of them open
     * @throws DoesNotOpenException if the store was sealed with none of these
     */
    public static SealedStateStore over(StateStore below, List<String> secrets) {
        List<Seal> seals = secrets.stream().map(Seal::of).toList();
        String check = seals.getFirst().seal(CHECK, CHECK_VALUE);
        Optional<String> found = below.get(CHECK);
        if (found.isEmpty()) below.putIfAbsent(CHECK, check, FOREVER);
        var store = new SealedStateStore(
                below, seals, seals.size() > 1 || !found.orElse(check).equals(check));
        found.ifPresent(text -> store.open(CHECK, text));
        if (store.mixed) Thread.ofVirtual().name("reseal").start(store::sealAllAnew);
        return store;
    }

    /** Whether anything was ever sealed into this store. */
    public static boolean isSealed(StateStore below) {
        return below.get(CHECK).isPresent();
    }

    private void sealAllAnew() {
        AtomicInteger count = new AtomicInteger();
        try {
            below.forEachKey(key -> {
                if (!key.equals(CHECK) && !closed && isSealedAnew(key)) count.incrementAndGet();
            });
            if (closed) return;
            isSealedAnew(CHECK); // which says that the other secrets are needed no longer
            log.log(Level.INFO, "event=store.sealed-anew entries={0} other-secrets=\"no longer needed\"", "" + count);
        } catch (StoreUnavailableException e) {
            if (!closed) log.log(Level.WARNING, "event=store.sealed-anew-not reason=\"{0}\"", e.getMessage());
        }
    }

    private boolean isSealedAnew(String key) {
        Optional<String> text = below.get(key);
        if (text.isEmpty() || isOfFirst(key, text.get())) return false;
        Optional<String> value = opened(key, text.get());
        if (value.isEmpty()) return false; // it cannot be read, now or later
        Duration lifetime = below.remaining(key).orElse(FOREVER);
        return below.replace(key, text.get(), seal(key, value.get()), lifetime);
    }

    private boolean isOfFirst(String key, String text) {
        return Seal.isNew(text) && seals.getFirst().open(key, text).isPresent();
    }

    @Override
    public Optional<String> get(String key) {
        return below.get(key).map(text -> open(key, text));
    }

    @Override
    public Map<String, String> get(Collection<String> keys) {
        Map<String, String> values = new HashMap<>();
        below.get(keys).forEach((key, text) -> values.put(key, open(key, text)));
        return values;
    }

    /**
     * An expected value that was sealed in another way does not look like it. So, if there may be such, what is there is looked at
     * when the comparison has failed, and again for as long as it is being sealed anew meanwhile.
     */
    @Override
    public boolean change(List<Change> changes) {
        Map<String, String> looks = Map.of();
        while (!below.change(asSealed(changes, looks))) {
            Map<String, String> found = mixed ? looksOfExpected(changes) : looks;
            if (found.equals(looks)) return false;
            looks = found;
        }
        return true;
    }

    /** How the values that are expected, and are there, look below. */
    private Map<String, String> looksOfExpected(List<Change> changes) {
        Map<String, String> looks = new HashMap<>();
        for (Change change : changes) {
            expected(change)
                    .ifPresent(value -> below.get(change.key())
                            .filter(text -> opened(change.key(), text).equals(Optional.of(value)))
                            .ifPresent(text -> looks.put(change.key(), text)));
        }
        return looks;
    }

    private static Optional<String> expected(Change change) {
        return switch (change) {
            case Change.Replace replace -> Optional.of(replace.expected());
            case Change.DeleteIf delete -> Optional.of(delete.expected());
            case Change.Put put -> Optional.empty();
            case Change.PutIfAbsent put -> Optional.empty();
            case Change.PutIfPresent put -> Optional.empty();
            case Change.Delete delete -> Optional.empty();
        };
    }

    /**
     * The changes as the store below is to make them.
     *
     * @param looks how the expected values of some keys look below; those of others as they are sealed now
     */
    private List<Change> asSealed(List<Change> changes, Map<String, String> looks) {
        List<Change> result = new ArrayList<>();
        for (Change change : changes) {
            result.add(
                    switch (change) {
                        case Change.Put(String key, String value, Duration lifetime) ->
                            new Change.Put(key, seal(key, value), lifetime);
                        case Change.PutIfAbsent(String key, String value, Duration lifetime) ->
                            new Change.PutIfAbsent(key, seal(key, value), lifetime);
                        case Change.PutIfPresent(String key, String value, Duration lifetime) ->
                            new Change.PutIfPresent(key, seal(key, value), lifetime);
                        case Change.Replace(String key, String expected, String value, Duration lifetime) ->
                            new Change.Replace(key, look(key, expected, looks), seal(key, value), lifetime);
                        case Change.Delete delete -> delete;
                        case Change.DeleteIf(String key, String expected) ->
                            new Change.DeleteIf(key, look(key, expected, looks));
                    });
        }
        return result;
    }

    private String look(String key, String expected, Map<String, String> looks) {
        return Optional.ofNullable(looks.get(key)).orElseGet(() -> seal(key, expected));
    }

    @Override
    public Optional<String> take(String key) {
        return below.take(key).map(text -> open(key, text));
    }

    @Override
    public List<String> keys(String family) {
        return below.keys(family);
    }

    @Override
    public void forEachKey(Consumer<String> action) {
        below.forEachKey(action);
    }

    @Override
    public Optional<Duration> remaining(String key) {
        return below.remaining(key);
    }

    @Override
    public void close() {
        closed = true;
        below.close();
    }

    private String seal(String key, String value) {
        return seals.getFirst().seal(key, value);
    }

    private String open(String key, String text) {
        return opened(key, text).orElseThrow(() -> new DoesNotOpenException(key));
    }

    private Optional<String> opened(String key, String text) {
        return seals.stream().flatMap(seal -> seal.open(key, text).stream()).findFirst();
    }
}

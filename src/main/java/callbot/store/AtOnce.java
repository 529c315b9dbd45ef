package callbot.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Does the same with many, with some of them at once: so they share the waiting, and what they write.
 *
 * @param most with how many at once
 */
public record AtOnce(int most) {

    /**
     * Does this with each of them. When it fails with one, it is done with the others all the same.
     *
     * @throws RuntimeException what it failed with first, or that it was interrupted
     */
    public <T> void forEach(Collection<T> all, Consumer<T> action) {
        List<Future<?>> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                most, Thread.ofVirtual().name("at-once-", 0).factory())) {
            all.forEach(one -> outcomes.add(threads.submit(() -> action.accept(one))));
        }
        outcomes.stream()
                .filter(outcome -> outcome.state() != Future.State.SUCCESS)
                .findFirst()
                .map(Future::exceptionNow) // which throws if it was never begun
                .ifPresent(AtOnce::raise);
    }

    private static void raise(Throwable failure) {
        if (failure instanceof RuntimeException expected) throw expected;
        throw new IllegalStateException(failure);
    }
}

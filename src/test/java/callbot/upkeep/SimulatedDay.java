package callbot.upkeep;

import callbot.signin.Tokens;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.MemoryStore;
import callbot.store.StateStore;
import callbot.store.StoreUnavailableException;
import callbot.tunnel.PublicUrl;
import callbot.webex.Secret;
import callbot.webhook.WebhookRegistration.Standing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many users, some instances, and a Webex of which only the webhooks are there, by a clock that goes as far as the work takes:
 * a day passes in seconds. Upkeep, users and leases are the real ones.
 */
public final class SimulatedDay {

    /** How long Webex takes for an answer; sixteen users are looked after at the same time. */
    private static final Duration ANSWER = Duration.ofMillis(150);

    private static final int AT_ONCE = 16;

    private final SimulatedClock clock = new SimulatedClock();
    private final StateStore store = new MemoryStore(clock);
    private final Users users = new Users(store);
    private final SimulatedWebex webex = new SimulatedWebex();
    private final List<Instance> instances = new ArrayList<>();
    private final Random random = new Random(4711);
    private final AtomicLong untilDeath = new AtomicLong(Long.MAX_VALUE);
    private URI address = URI.create("https://one.example.com");

    /**
     * What happened for some hours, and what it cost.
     *
     * @param what what happened when they began
     * @param time how long this part of the day was
     * @param requests how many requests Webex got from all instances
     * @param right after what time all webhooks were right; zero if they were never wrong
     * @param wrong how many were still wrong at the end
     */
    public record Phase(String what, Duration time, long requests, Duration right, long wrong) {

        /** Requests a second. */
        public double rate() {
            return requests / (double) time.toSeconds();
        }
    }

    private SimulatedDay(int count, int howMany) {
        Tokens tokens = new Tokens(
                new Secret("token"),
                Instant.parse("2030-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        for (int i = 0; i < count; i++) {
            String id = "person-" + i;
            users.save(new User(id, id + "@example.com", ZoneOffset.UTC, tokens, false));
            webex.hooks.put(id, new Hook("", false));
        }
        for (int i = 0; i < howMany; i++) instances.add(new Instance(i));
    }

    /** A day with these many users, all of them followed, and instances. */
    public static List<Phase> of(int users, int instances) {
        SimulatedDay day = new SimulatedDay(users, instances);
        List<Phase> phases = new ArrayList<>();
        phases.add(day.phase("start, no webhook is there", Duration.ofHours(1), day::start));
        phases.add(day.phase("at rest", Duration.ofHours(8), () -> {}));
        phases.add(day.phase("new address", Duration.ofMinutes(30), day::move));
        phases.add(day.phase("all instances away for 10 min, Webex gives up", Duration.ofMinutes(30), day::outage));
        phases.add(day.phase("new address, each 10th answer is 429", Duration.ofMinutes(30), () -> {
            day.webex.busy = 0.1;
            day.move();
        }));
        day.webex.busy = 0;
        if (instances > 1)
            phases.add(day.phase("new address, the instance that is at it dies", Duration.ofMinutes(30), () -> {
                day.untilDeath.set(users / 4);
                day.move();
            }));
        phases.add(day.phase("at rest, one webhook is spoilt", Duration.ofHours(12), day::spoil));
        return phases;
    }

    private Phase phase(String what, Duration time, Runnable begin) {
        begin.run();
        Instant from = clock.instant();
        long before = webex.requests;
        webex.lastRepair = from;
        run(time);
        return new Phase(what, time, webex.requests - before, Duration.between(from, webex.lastRepair), webex.wrong());
    }

    private void start() {
        instances.forEach(instance -> instance.position.take());
    }

    private void move() {
        address = URI.create("https://" + random.nextInt(1_000_000) + ".example.com");
    }

    private void outage() {
        clock.advance(Duration.ofMinutes(10));
        instances.forEach(instance -> instance.due = clock.millis() + instance.number * 1000L);
        webex.switchOffAll();
    }

    private void spoil() {
        webex.hooks.replace("person-1", new Hook("https://elsewhere.example.com", true));
    }

    private void run(Duration time) {
        long end = clock.millis() + time.toMillis();
        while (true) {
            Instance next = instances.stream()
                    .filter(instance -> !instance.dead)
                    .min(Comparator.comparing(instance -> instance.due))
                    .orElseThrow();
            if (next.due >= end) break;
            clock.advanceTo(next.due);
            next.go();
        }
        clock.advanceTo(end);
    }

    /** One process of the bot. When it dies, it leaves the store as it is. */
    private final class Instance {

        private final int number;
        private final Position position;
        private final Upkeep upkeep;
        private long due;
        private volatile boolean dead;

        private Instance(int number) {
            this.number = number;
            this.due = clock.millis() + number * 7000L;
            StateStore mine = (StateStore) Proxy.newProxyInstance(
                    StateStore.class.getClassLoader(),
                    new Class<?>[] {StateStore.class},
                    (proxy, method, arguments) -> {
                        if (dead) throw new StoreUnavailableException("whoever asks is dead");
                        try {
                            return method.invoke(store, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            this.position = new Position(mine, clock, new Address(), "rules", webex::keep);
            this.upkeep = new Upkeep(mine, clock, position, new Users(mine), this::look, asker -> {});
        }

        private Optional<Duration> look(User user, boolean told) {
            if (untilDeath.decrementAndGet() == 0) dead = true;
            if (dead) throw new StoreUnavailableException("dead");
            return webex.look(user);
        }

        private void go() {
            try {
                upkeep.go();
            } catch (StoreUnavailableException e) {
                if (!dead) throw e;
            }
            due = clock.millis() + Upkeep.PAUSE.toMillis();
        }
    }

    private final class Address implements PublicUrl {

        @Override
        public URI current() {
            return address;
        }

        @Override
        public URI refresh() {
            return address;
        }

        @Override
        public void close() {}
    }

    private static final class SimulatedClock extends Clock {

        private final AtomicLong millis =
                new AtomicLong(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli());

        void advance(Duration time) {
            millis.addAndGet(time.toMillis());
        }

        void advanceTo(long time) {
            millis.accumulateAndGet(time, Math::max);
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("only instants are asked for");
        }
    }

    /** A webhook at Webex. */
    private record Hook(String address, boolean active) {}

    /** What Webex knows, and how often it was asked. */
    private final class SimulatedWebex {

        private final Map<String, Hook> hooks = new HashMap<>();
        private final Map<String, Instant> toWait = new HashMap<>();
        private final AtomicLong microseconds = new AtomicLong();
        private Hook ofBot = new Hook("", false);
        private double busy;
        private long requests;
        private Instant lastRepair = Instant.MIN;

        synchronized Standing keep(URI here, Optional<String> before) {
            request();
            boolean right = ofBot.equals(new Hook(here.toString(), true));
            if (!right) {
                request();
                ofBot = new Hook(here.toString(), true);
            }
            return new Standing.Here(!right, Optional.empty());
        }

        /** As {@link UserCare}, whose client waits for nothing, would find it. */
        synchronized Optional<Duration> look(User user) {
            Instant now = clock.instant();
            Instant until = toWait.getOrDefault(user.id(), Instant.MIN);
            if (until.isAfter(now)) return Optional.of(Duration.between(now, until));
            request();
            if (random.nextDouble() < busy) {
                Duration wait = Duration.ofSeconds(30 + random.nextInt(60));
                toWait.put(user.id(), now.plus(wait));
                return Optional.of(wait);
            }
            Hook wanted = new Hook(address.toString(), true);
            if (!wanted.equals(hooks.put(user.id(), wanted))) {
                request();
                lastRepair = clock.instant();
            }
            return Optional.empty();
        }

        private void request() {
            requests++;
            long due = microseconds.addAndGet(ANSWER.toNanos() / 1000 / AT_ONCE);
            clock.advance(Duration.ofMillis(due / 1000));
            microseconds.addAndGet(-due / 1000 * 1000);
        }

        synchronized long wrong() {
            Hook right = new Hook(address.toString(), true);
            return hooks.values().stream().filter(hook -> !hook.equals(right)).count();
        }

        synchronized void switchOffAll() {
            hooks.replaceAll((user, hook) -> new Hook(hook.address(), false));
            ofBot = new Hook(ofBot.address(), false);
        }
    }
}

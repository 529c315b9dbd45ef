package callbot.crash;

import callbot.sandbox.webex.FakeUser;
import callbot.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who talks to the bot, one thing after the other, and notes what was accepted and never answered. */
final class Talk {

    /** As long as an answer may take: a killed bot comes back, and Webex has asked it to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final SoakScene scene;
    private final FakeUser user;
    private final Random random;
    private final List<String> unanswered = new ArrayList<>();

    Talk(SoakScene scene, FakeUser user, Random random) {
        this.scene = scene;
        this.user = user;
        this.random = random;
    }

    /** Talks until this time, by {@link System#nanoTime}. */
    Talk until(long end) {
        while (System.nanoTime() < end) say();
        return this;
    }

    /** What was accepted, and never answered. */
    List<String> unanswered() {
        return unanswered;
    }

    private void say() {
        int number = NUMBERS.getAndIncrement() % 10_000;
        String text = switch (random.nextInt(4)) {
            case 0 -> "/echo word " + number;
            case 1 -> "/help";
            case 2 -> "/calls";
            default -> "/dial +1408555%04d".formatted(number);
        };
        int before = scene.answersTo(user);
        String messageId = user.say(text);
        if (!scene.awaitAcceptance(messageId)) return; // Webex knows that the bot was not there
        try {
            Eventually.isTrue(text + " is answered", PATIENCE, () -> scene.answersTo(user) > before);
        } catch (AssertionError e) {
            unanswered.add(text);
        }
        scene.hangUp(user);
    }
}

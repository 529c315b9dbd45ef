package callbot.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Brings events to webhooks, again if need be, until a webhook that has failed too often is given up. */
final class Postman {

    private final Courier courier;
    private final Turn turn;
    private volatile Duration betweenTries = Duration.ofSeconds(1);
    private volatile int tries = 3;
    private volatile int failuresToGiveUp = 5;

    Postman(Courier courier, Turn turn) {
        this.courier = courier;
        this.turn = turn;
    }

    void pauseBetweenTries(Duration pause) {
        betweenTries = pause;
    }

    void tries(int tries) {
        if (tries < 1) throw new IllegalArgumentException("tries: " + tries);
        this.tries = tries;
    }

    void giveUpAfter(int failures) {
        if (failures < 1) throw new IllegalArgumentException("failures: " + failures);
        failuresToGiveUp = failures;
    }

    /** Brings one after the other; those that are not taken again after a pause. */
    void deliver(List<Errand> errands) {
        List<Errand> left = errands;
        for (int attempt = 1; attempt <= tries && !left.isEmpty(); attempt++) {
            if (attempt > 1 && !pause()) return;
            left = left.stream().filter(errand -> !isTaken(errand)).toList();
        }
        left.forEach(errand -> turn.run(() -> errand.webhook().failed(failuresToGiveUp)));
    }

    private boolean isTaken(Errand errand) {
        boolean taken = courier.bring(errand.parcel());
        if (taken) turn.run(errand.webhook()::delivered);
        return taken;
    }

    private boolean pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(betweenTries.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

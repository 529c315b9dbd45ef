package callbot.webhook;

import callbot.store.DoesNotOpenException;
import callbot.store.StoreUnavailableException;
import callbot.trace.Tracer;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.function.Consumer;

/** The work on events that are written down. What cannot go on because the store is away is put off until it is back. */
final class Work {

    private final System.Logger log = System.getLogger(Work.class.getName());
    private final Clock clock;
    private final Mailboxes mailboxes;
    private final Tracer tracer;
    private final Consumer<Delivery> worker;
    private final Unfinished unfinished = new Unfinished();

    Work(Clock clock, Mailboxes mailboxes, Tracer tracer, Consumer<Delivery> worker) {
        this.clock = clock;
        this.mailboxes = mailboxes;
        this.tracer = tracer;
        this.worker = worker;
    }

    /** How much there is to do, now and later. */
    int load() {
        return mailboxes.load() + unfinished.size();
    }

    /** Has this worked on. */
    void begin(Delivery delivery) {
        mailboxes.post(mailboxOf(delivery.event()), () -> {
            delivery.takeUp(clock.instant());
            WebhookEvent event = delivery.event();
            tracer.follow(event.correlationId(), delivery.entry().acceptedAt(), () -> work(delivery));
        });
    }

    private void work(Delivery delivery) {
        tracer.note("webhook signed by Webex, written down and taken up");
        try {
            attempt(delivery);
        } catch (StoreUnavailableException e) {
            putOff(delivery.event(), e, () -> begin(delivery));
            return;
        } catch (Delivery.TakenOverException e) {
            givenUp(delivery);
            return;
        }
        try {
            done(delivery);
        } catch (StoreUnavailableException e) {
            putOff(delivery.event(), e, () -> done(delivery));
        }
    }

    private void done(Delivery delivery) {
        try {
            delivery.done();
        } catch (Delivery.TakenOverException e) {
            givenUp(delivery);
        }
    }

    /** The edge of all work: whatever else goes wrong in it is logged, and ends with it. */
    private void attempt(Delivery delivery) {
        try {
            worker.accept(delivery);
        } catch (DoesNotOpenException e) { // to come back to it would not help
            log.log(Level.ERROR, "event=work.failed key=" + delivery.event().key(), e);
        } catch (Delivery.TakenOverException | StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException | Error e) { // what cannot be done is not tried for ever
            log.log(Level.ERROR, "event=work.failed key=" + delivery.event().key(), e);
        }
    }

    /** Keeps this for when the store is back. */
    void putOff(WebhookEvent event, StoreUnavailableException why, Runnable work) {
        log.log(Level.WARNING, "event=work.put-off key={0} reason=\"{1}\"", event.key(), why.getMessage());
        unfinished.add(work);
    }

    /**
     * Goes on with what was put off.
     *
     * @throws StoreUnavailableException if the store is still away
     */
    void comeBack() {
        unfinished.comeBack();
    }

    private void givenUp(Delivery delivery) {
        log.log(Level.WARNING, "event=work.taken-over key={0}", delivery.event().key());
    }

    /** Calls do not wait for each other, nor for what their owner has asked for in the chat. */
    private static String mailboxOf(WebhookEvent event) {
        return event instanceof WebhookEvent.CallChanged change
                ? "call:" + change.personId() + ":" + change.call().id()
                : "chat:" + event.personId();
    }
}

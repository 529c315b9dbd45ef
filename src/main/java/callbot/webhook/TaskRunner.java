package callbot.webhook;

import callbot.store.DoesNotOpenException;
import callbot.store.StoreUnavailableException;
import callbot.trace.Tracer;
import callbot.webhook.Task.Progress;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has tasks worked on: one at a time for each person's chat, each person's presses of buttons, and each call. What cannot go on
 * is put down; it stays written down, and {@link Inbox#resume} comes back to it.
 */
final class TaskRunner {

    private final System.Logger log = System.getLogger(TaskRunner.class.getName());
    private final Clock clock;
    private final Mailboxes mailboxes;
    private final Tracer tracer;
    private final Worker worker;
    private final Map<String, Task> inHand = new ConcurrentHashMap<>();
    private final Map<String, Task> ended = new ConcurrentHashMap<>();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();

    TaskRunner(Clock clock, Mailboxes mailboxes, Tracer tracer, Worker worker) {
        this.clock = clock;
        this.mailboxes = mailboxes;
        this.tracer = tracer;
        this.worker = worker;
    }

    /** How many tasks are waiting or being worked on. */
    int load() {
        return inHand.size();
    }

    /** Claims this task; false if somebody works on it already. */
    boolean claim(Task task) {
        return inHand.putIfAbsent(task.key(), task) == null;
    }

    /** Lets go of a task without doing anything about it. */
    void release(Task task) {
        inHand.remove(task.key());
    }

    /** Whether this one, which is written down, waits for somebody to come back to it. */
    boolean isWaiting(String key) {
        Instant now = clock.instant();
        return !inHand.containsKey(key)
                && !ended.containsKey(key)
                && !notBefore.getOrDefault(key, now).isAfter(now);
    }

    /** Others have taken over those that had to wait and are not among these. */
    void forgetAllBut(Collection<String> keys) {
        notBefore.keySet().retainAll(Set.copyOf(keys));
    }

    /** Has a claimed task worked on. */
    void begin(Task task) {
        mailboxes.post(mailboxOf(task.event()), () -> {
            task.takeUp();
            tracer.follow(task.correlationId(), task.acceptedAt(), () -> work(task));
        });
    }

    /** Writes down the end of those tasks of which that could not be written when they ended. */
    void writeEnds() {
        for (Task task : ended.values()) {
            task.end();
            ended.remove(task.key());
        }
    }

    private void work(Task task) {
        tracer.note("webhook signed by Webex, written down and taken up");
        notBefore.remove(task.key());
        try {
            switch (attempt(task)) {
                case Progress.Done done -> end(task);
                case Progress.Later(Duration wait) ->
                    notBefore.put(task.key(), clock.instant().plus(wait));
            }
        } catch (StoreUnavailableException e) {
            log.log(Level.WARNING, "event=task.postponed key={0} reason=\"{1}\"", task.key(), e.getMessage());
        } finally {
            release(task);
        }
    }

    /** The edge of all work: whatever else goes wrong in it is logged, and ends with it, since it would go wrong again. */
    private Progress attempt(Task task) {
        try {
            return worker.work(task);
        } catch (DoesNotOpenException e) {
            return failed(task, e);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return failed(task, e);
        }
    }

    private Progress failed(Task task, Throwable why) {
        log.log(Level.ERROR, "event=task.failed key=" + task.event().key(), why);
        return new Progress.Done();
    }

    private void end(Task task) {
        try {
            task.end();
        } catch (StoreUnavailableException e) {
            ended.put(task.key(), task);
            throw e;
        }
    }

    /**
     * Calls do not wait for each other, nor for what their owner has asked for in the chat, nor does a press of Answer wait
     * for a long list that was typed before.
     */
    static String mailboxOf(WebhookEvent event) {
        return switch (event) {
            case WebhookEvent.CallChanged change ->
                "call:" + change.mailbox() + ":" + change.call().id();
            case WebhookEvent.CardSubmitted press -> "press:" + press.mailbox();
            case WebhookEvent.MessageCreated message -> "chat:" + message.mailbox();
            case WebhookEvent.MemberJoined joined -> "chat:" + joined.mailbox();
            case WebhookEvent.VoicemailChanged change -> "voicemail:" + change.mailbox();
            case WebhookEvent.ConferenceChanged change -> "conference:" + change.mailbox();
            case WebhookEvent.Ignored ignored -> "";
        };
    }
}

package callbot.webhook;

import callbot.webhook.Task.Progress;

/** Does the work that an event asks for. The bot's own is {@code callbot.EventRouter}. */
@FunctionalInterface
public interface Worker {

    /**
     * Works on a task, in the thread that is at work for its owner.
     *
     * @return how far it has come
     * @throws callbot.store.StoreUnavailableException if the store is away; the task is taken up again when it is back
     */
    Progress work(Task task);
}

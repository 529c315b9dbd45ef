package callbot.chat;

import callbot.card.Button;
import callbot.card.Button.AboutCall;
import callbot.chat.account.Admission;
import callbot.chat.account.LastTrace;
import callbot.chat.failure.Failures;
import callbot.chat.line.QuietCommands;
import callbot.command.AccountCommand;
import callbot.command.CallCommand;
import callbot.command.Command;
import callbot.command.LineCommand;
import callbot.command.Query;
import callbot.command.Remark;
import callbot.command.parser.CommandParser;
import callbot.line.Quiet;
import callbot.signin.NotSignedInException;
import callbot.signin.SignIn.Asker;
import callbot.signin.User;
import callbot.store.StoreUnavailableException;
import callbot.trace.Work;
import callbot.webex.WebexException;
import callbot.webex.messaging.Draft;
import callbot.webex.messaging.Messages;
import callbot.webex.messaging.RoomType;
import callbot.webhook.Task;
import callbot.webhook.Task.Progress;
import callbot.webhook.WebhookEvent.CardSubmitted;
import callbot.webhook.WebhookEvent.MemberJoined;
import callbot.webhook.WebhookEvent.MessageCreated;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Talks with people: a message or a press of a button comes in, and an answer goes out, whatever happens in between. */
public final class Conversation {

    private static final Draft ONLY_ONE_TO_ONE = Draft.text(
            "Calls are private, so I talk about them one to one: open a direct chat with me and write `/help` there.");

    /** After how long Webex is asked again that did not say when. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Unauthorized, since a token may be mended by its owner; Locked and Too Many Requests, since both are of the moment. */
    private static final Set<Integer> NOT_NOW = Set.of(401, 423, 429);

    private final System.Logger log = System.getLogger(Conversation.class.getName());
    private final Messages messages;
    private final Admission admission;
    private final CommandParser parser;
    private final CommandRunner runner;
    private final Failures failures;
    private final LastTrace lastTrace;

    /**
     * Somebody who waits for an answer.
     *
     * @param thread the first message of the thread that it belongs into; absent if it stands by itself
     */
    private record Talk(Asker asker, Task task, Optional<String> thread) {}

    /** Conversations with whoever is admitted. */
    public Conversation(
            Messages messages,
            Admission admission,
            CommandParser parser,
            CommandRunner runner,
            Failures failures,
            LastTrace lastTrace) {
        this.messages = messages;
        this.admission = admission;
        this.parser = parser;
        this.runner = runner;
        this.failures = failures;
        this.lastTrace = lastTrace;
    }

    /** Answers a message. In a group space it says only where to talk. */
    public Progress onMessage(MessageCreated event, Task task) {
        if (event.roomType() == RoomType.GROUP) return onGroupMessage(event);
        Supplier<Said> listen = () -> Said.typed(messages.get(event.messageId()));
        // All answers go to the 1:1 room, also if Webex did not say where this was written.
        return event.email()
                .map(email -> answer(new Asker(event.personId(), email), task, listen))
                .orElseGet(() -> answerSomebody(event.personId(), task, listen));
    }

    /** What it says does not matter, only in which thread. */
    private Progress onGroupMessage(MessageCreated event) {
        try {
            return say(
                    event.roomId(),
                    ONLY_ONE_TO_ONE.inThread(messages.get(event.messageId()).parentId()));
        } catch (WebexException e) {
            return passes(e) ? later(e) : say(event.roomId(), ONLY_ONE_TO_ONE);
        }
    }

    /** Answers a press of a button, which says what could have been typed. Whoever pressed it acts for himself. */
    public Progress onCard(CardSubmitted event, Task task) {
        return answerSomebody(event.personId(), task, () -> Said.pressed(messages.press(event.actionId())));
    }

    /** Welcomes whoever has opened a chat with the bot. */
    public Progress onJoined(MemberJoined event) {
        return say(event.roomId(), event.roomType() == RoomType.GROUP ? ONLY_ONE_TO_ONE : HelpText.WELCOME);
    }

    /** Tells somebody that the permission to act in his or her name has ended, which nobody asked about. */
    public void permissionEnded(Asker asker) {
        messages.tell(asker.personId(), failures.permissionEnded(asker));
    }

    /** Tells somebody that the permission ends soon, and that only the user can prolong it. */
    public void permissionEnds(User user) {
        Asker asker = new Asker(user.id(), user.email());
        messages.tell(user.id(), failures.permissionEnds(asker, user));
    }

    /** Tells somebody that he or she is disturbed again. */
    public void quietEnded(String personId, Quiet.Ended ended) {
        QuietCommands.told(ended).ifPresent(news -> messages.tell(personId, news));
    }

    /** Tells somebody who may no longer talk to the bot that everything about him or her has been forgotten. */
    public void farewell(User user) {
        messages.tell(user.id(), Admission.FAREWELL);
    }

    /** Answers whom Webex names by id alone. */
    private Progress answerSomebody(String personId, Task task, Supplier<Said> listen) {
        try {
            return answer(admission.identify(personId), task, listen);
        } catch (WebexException e) {
            if (passes(e)) return later(e);
            return tell(personId, failures.explain(e, false), task);
        } catch (StoreUnavailableException e) {
            return tell(personId, failures.explain(e, false), task);
        }
    }

    private Progress answer(Asker asker, Task task, Supplier<Said> listen) {
        Said said;
        try {
            said = listen.get();
        } catch (WebexException e) { // it cannot be heard
            if (passes(e)) return later(e);
            Draft answer = task.answer().map(Draft::text).orElseGet(() -> failures.explain(e, false));
            return tell(new Talk(asker, task, Optional.empty()), answer);
        }
        Talk talk = new Talk(asker, task, said.thread());
        return task.answer().map(kept -> tell(talk, Draft.text(kept))).orElseGet(() -> answer(talk, said));
    }

    private Progress answer(Talk talk, Said said) {
        Command command = parser.parse(said.text(), said.button());
        boolean admitted = admission.admits(talk.asker().email()) || command instanceof AccountCommand.SignOut;
        if (!admitted) return tell(talk, Admission.REFUSAL);
        String name = command.getClass().getSimpleName();
        Task.Attempt attempt = talk.task().attempt();
        lastTrace.note("understood: " + said.inShort() + " (" + name + ")");
        log.log(Level.INFO, "event=command.received command={0} attempt={1}", name, attempt);
        if (command instanceof Remark.TooLong) return run(talk, command);
        return switch (attempt) {
            case FIRST -> begin(talk, command, said);
            case TOO_LATE -> tell(talk, notDone(said));
            case UNCERTAIN -> tell(talk, uncertain(talk.asker(), command, said));
        };
    }

    /** What changes the world is marked as started first: whatever happens then, nobody does it again. */
    private Progress begin(Talk talk, Command command, Said said) {
        if (!command.changesTheWorld()) return run(talk, command);
        try {
            return switch (talk.task().start()) {
                case GRANTED -> run(talk, command);
                case TOO_LATE -> tell(talk, notDone(said));
                case TAKEN_OVER -> new Progress.Later(Duration.ZERO); // whoever has taken over answers
            };
        } catch (StoreUnavailableException e) {
            return tell(talk, failures.explain(e, false));
        }
    }

    private Progress run(Talk talk, Command command) {
        Optional<Draft> reply = reply(talk.asker(), command, talk.task());
        if (reply.isPresent()) return tell(talk, reply.get());
        lastTrace.note("the call's card shows what came of it");
        lastTrace.kept(talk.asker()).ifPresent(talk.task()::atTheEnd);
        return new Progress.Done();
    }

    private Optional<Draft> reply(Asker asker, Command command, Task task) {
        Work work = new Work(Work.Kind.COMMAND, command.getClass().getSimpleName());
        String outcome = "done";
        try {
            return runner.run(asker, command);
        } catch (RuntimeException e) { // whatever it is, the user gets an answer
            outcome = e.getClass().getSimpleName();
            return Optional.of(explained(asker, e, task.isStarted()));
        } finally {
            lastTrace.ended(work, outcome);
        }
    }

    /** An explanation may hold a link to sign in, which has to be remembered, and that may fail too. */
    private Draft explained(Asker asker, RuntimeException failure, boolean begun) {
        try {
            return failures.explain(asker, failure, begun);
        } catch (StoreUnavailableException e) {
            return failures.explain(e, begun);
        }
    }

    static Draft notDone(Said said) {
        Button.Say again = Button.say("Do it now", said.text());
        return Draft.offering(
                "I was away or busy when you wrote " + said.quoted()
                        + ", so I have **not** done it. Write it again if you still want it.",
                List.of(said.button()
                        .map(call -> Button.say(
                                again.title(), again.command(), new AboutCall(call.callId(), call.sessionId())))
                        .orElse(again)));
    }

    private Draft uncertain(Asker asker, Command command, Said said) {
        String what = "I was interrupted in the middle of " + said.quoted()
                + " and **cannot tell whether it happened**. I will not try again by myself.";
        if (command instanceof LineCommand line)
            return Draft.text(what + " `" + line.shownBy() + "` shows how it is now.");
        if (!(command instanceof CallCommand)) return Draft.text(what + " `/status` shows how things stand.");
        try {
            return runner.run(asker, new Query.ListCalls())
                    .map(calls -> calls.after(what))
                    .orElseGet(() -> Draft.text(what));
        } catch (WebexException | NotSignedInException e) {
            return Draft.text(what + " Your calls cannot be seen just now; try `/calls` in a minute.");
        }
    }

    private Progress tell(Talk talk, Draft answer) {
        Progress progress = tell(talk.asker().personId(), answer.inThread(talk.thread()), talk.task());
        lastTrace.kept(talk.asker()).ifPresent(talk.task()::atTheEnd);
        return progress;
    }

    /** An answer that does not get through now is kept, and given later. */
    private Progress tell(String personId, Draft answer, Task task) {
        try {
            messages.sendToPerson(personId, answer);
            return new Progress.Done();
        } catch (WebexException e) {
            if (!passes(e)) return lost(e);
            if (task.answer().isEmpty()) task.keep(answer.markdown());
            return later(e);
        }
    }

    private Progress say(String roomId, Draft words) {
        try {
            messages.sendToRoom(roomId, words);
            return new Progress.Done();
        } catch (WebexException e) {
            return passes(e) ? later(e) : lost(e);
        }
    }

    /** Webex does not want these words, whenever they come: there is nobody left to tell but the log. */
    private Progress lost(WebexException why) {
        log.log(Level.WARNING, "event=reply.lost reason=\"{0}\" tracking={1}", why.getMessage(), why.trackingId());
        return new Progress.Done();
    }

    private Progress later(WebexException why) {
        log.log(Level.WARNING, "event=reply.postponed reason=\"{0}\" tracking={1}", why.getMessage(), why.trackingId());
        return new Progress.Later(
                why instanceof WebexException.Refused refused
                        ? refused.retryAfter().orElse(PAUSE)
                        : PAUSE);
    }

    /** Whether it is not about what was asked, so that the same may succeed later. */
    private static boolean passes(WebexException failure) {
        return !(failure instanceof WebexException.Refused refused)
                || refused.status() >= 500
                || NOT_NOW.contains(refused.status());
    }
}

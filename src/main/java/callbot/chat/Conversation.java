package callbot.chat;

import callbot.card.Button;
import callbot.card.Button.AboutCall;
import callbot.command.Command;
import callbot.command.Command.CallChoice.ThisOne;
import callbot.command.CommandParser;
import callbot.json.Json;
import callbot.signin.NotSignedInException;
import callbot.signin.SignIn.Asker;
import callbot.store.StoreUnavailableException;
import callbot.webex.Draft;
import callbot.webex.Markdown;
import callbot.webex.Messages;
import callbot.webex.WebexException;
import callbot.webhook.Delivery;
import callbot.webhook.WebhookEvent.CardSubmitted;
import callbot.webhook.WebhookEvent.MemberJoined;
import callbot.webhook.WebhookEvent.MessageCreated;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Talks with people: a message or a press of a button comes in, and an answer goes out, whatever happens in between. */
public final class Conversation {

    private static final Draft ONLY_ONE_TO_ONE = Draft.text(
            "Calls are private, so I talk about them one to one: open a direct chat with me and write `/help` there.");

    private final System.Logger log = System.getLogger(Conversation.class.getName());
    private final Messages messages;
    private final Admission admission;
    private final CommandParser parser;
    private final CommandRunner runner;
    private final Failures failures;
    private final LastTrace lastTrace;

    /** What somebody said, by typing or by a button that may belong to a call. */
    record Said(String text, Optional<ThisOne> button) {}

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
    public void onMessage(MessageCreated event, Delivery delivery) {
        Asker asker = new Asker(event.personId(), event.email());
        if (!event.direct()) {
            attempt(() -> messages.sendToRoom(event.roomId(), ONLY_ONE_TO_ONE));
        } else {
            answer(
                    asker,
                    delivery,
                    () -> new Said(messages.get(event.messageId()).text(), Optional.empty()));
        }
    }

    /** Answers a press of a button, which says what could have been typed. Whoever pressed it acts for himself. */
    public void onCard(CardSubmitted event, Delivery delivery) {
        Optional<Asker> asker = identify(event.personId());
        asker.ifPresent(one -> answer(one, delivery, () -> pressed(messages.press(event.actionId()))));
    }

    /** Welcomes whoever has opened a chat with the bot. */
    public void onJoined(MemberJoined event) {
        attempt(() -> messages.sendToRoom(event.roomId(), event.direct() ? HelpText.WELCOME : ONLY_ONE_TO_ONE));
    }

    /** Tells somebody that the permission to act in his or her name has ended, which nobody asked about. */
    public void permissionEnded(Asker asker) {
        messages.tell(asker.personId(), failures.permissionEnded(asker));
    }

    private Optional<Asker> identify(String personId) {
        try {
            return Optional.of(admission.identify(personId));
        } catch (WebexException e) {
            messages.tell(personId, failures.explain(e, false));
            return Optional.empty();
        } catch (StoreUnavailableException e) {
            messages.tell(personId, failures.explain(e, false));
            return Optional.empty();
        }
    }

    /** An input holds the rest of its button's command, as if it had been typed. */
    private static Said pressed(Json inputs) {
        String command = inputs.text("command").orElse("");
        String rest = inputs.text("input").flatMap(inputs::text).orElse("");
        return new Said(
                (command + " " + rest).strip(),
                inputs.text("call")
                        .map(id -> new ThisOne(id, inputs.text("session").orElse(id))));
    }

    private void answer(Asker asker, Delivery delivery, Supplier<Said> listen) {
        if (!admission.admits(asker.email())) {
            messages.tell(asker.personId(), Admission.REFUSAL);
        } else {
            replyTo(asker, delivery, listen)
                    .ifPresentOrElse(
                            reply -> messages.tell(asker.personId(), reply),
                            () -> lastTrace.note("the call's card shows what came of it"));
            delivery.afterwards(() -> lastTrace.keep(asker));
        }
    }

    private Optional<Draft> replyTo(Asker asker, Delivery delivery, Supplier<Said> listen) {
        try {
            Said said = listen.get();
            Command command = parser.parse(said.text(), said.button());
            String name = command.getClass().getSimpleName();
            lastTrace.note("understood: " + said.text() + " (" + name + ")");
            log.log(Level.INFO, "event=command.received command={0} attempt={1}", name, delivery.attempt());
            return switch (delivery.attempt()) {
                case FIRST -> run(asker, command, delivery);
                case TOO_LATE -> Optional.of(notDone(said));
                case UNCERTAIN -> Optional.of(uncertain(asker, command, said));
            };
        } catch (Delivery.TakenOverException e) {
            throw e; // whoever has taken over answers
        } catch (RuntimeException e) { // whatever it is, the user gets an answer
            return Optional.of(explained(asker, e, delivery.isStarted()));
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

    /** What changes the world is marked as started first: whatever happens then, nobody does it again. */
    private Optional<Draft> run(Asker asker, Command command, Delivery delivery) {
        if (command.changesTheWorld()) delivery.start();
        return runner.run(asker, command);
    }

    static Draft notDone(Said said) {
        Button.Say again = Button.say("Do it now", said.text());
        return Draft.offering(
                "I was away or busy when you wrote " + quoted(said)
                        + ", so I have **not** done it. Write it again if you still want it.",
                List.of(said.button()
                        .map(call -> Button.say(
                                again.title(), again.command(), new AboutCall(call.callId(), call.sessionId())))
                        .orElse(again)));
    }

    private Draft uncertain(Asker asker, Command command, Said said) {
        String what = "I was interrupted in the middle of " + quoted(said)
                + " and **cannot tell whether it happened**. I will not try again by myself.";
        if (!(command instanceof Command.OnCalls)) return Draft.text(what + " `/status` shows how things stand.");
        try {
            return runner.run(asker, new Command.ListCalls())
                    .map(calls -> calls.after(what))
                    .orElseGet(() -> Draft.text(what));
        } catch (WebexException | NotSignedInException e) {
            return Draft.text(what + " Your calls cannot be seen just now; try `/calls` in a minute.");
        }
    }

    private static String quoted(Said said) {
        return "“" + Markdown.escape(said.text()) + "”";
    }

    /** If the answer itself does not get through, there is nobody left to tell but the log. */
    private void attempt(Runnable speech) {
        try {
            speech.run();
        } catch (WebexException e) {
            log.log(Level.WARNING, "event=reply.failed reason=\"{0}\" tracking={1}", e.getMessage(), e.trackingId());
        }
    }
}

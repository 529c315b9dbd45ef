package callbot.crash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.crash.Step.Moment;
import callbot.sandbox.messaging.ChatMessage;
import callbot.webhook.WebhookEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * One killing of the bot.
 *
 * @param command what Alice has written
 * @param step how far the bot is with it
 * @param absence how long it does not run, beyond what the restart takes
 */
record Kill(String command, Step step, Duration absence) {

    /** It answers Webex when all that it has called has returned. */
    private static final String SERVER = "callbot.http.WebServer";

    private static final String DIAL = "POST /telephony/calls/dial";

    /**
     * What came of it.
     *
     * @param dials how many requests to dial have come to Webex
     * @param before what Alice was told until the bot died
     * @param after what she was told by the bot that was started again
     */
    record Outcome(Kill kill, long dials, List<ChatMessage> before, List<ChatMessage> after) {}

    /** Lets it happen; in the end the bot runs, and Webex has delivered the message twice more. */
    Outcome happen(CrashScene scene) throws IOException, InterruptedException {
        long dialsBefore = scene.door().count(DIAL);
        int toldBefore = scene.told().size();
        String messageId = sayUntil(scene);
        scene.kill();
        int toldThen = scene.told().size();
        scene.startAfter(absence);
        scene.deliverAgain(messageId);
        scene.deliverAgain(messageId);
        scene.awaitEcho();
        List<ChatMessage> told = scene.told();
        scene.hangUp();
        return new Outcome(
                this,
                scene.door().count(DIAL) - dialsBefore,
                told.subList(toldBefore, toldThen),
                told.subList(toldThen, told.size()));
    }

    /** The command with a number that no other of these kills has: the same call is not made twice within seconds. */
    private String said() {
        int number = 1000 + 2 * step.ordinal() + (absence.isZero() ? 0 : 1);
        return command.replaceFirst("\\+1408555\\d{4}", "+1408555" + number);
    }

    private String sayUntil(CrashScene scene) {
        return switch (step.moment()) {
            case Moment.NotDelivered nothing -> {
                scene.holdBack();
                yield scene.alice().say(said());
            }
            case Moment.Before(String className, String method, boolean acknowledged) -> {
                Breakpoint breakpoint = Breakpoint.before(scene.bot(), className, method);
                String messageId = scene.alice().say(said());
                if (acknowledged) {
                    breakpoint.await(workOn(messageId)::equals); // not that on the echo before, which may just end
                    scene.awaitAcknowledgement(messageId);
                } else {
                    List<String> classes = breakpoint.await(any -> true);
                    assertTrue(classes.contains(SERVER), () -> "Webex need not wait for " + classes);
                }
                yield messageId;
            }
            case Moment.AtWebex(WebexDoor.Side side, String request) -> {
                WebexDoor.Stop stop = scene.door().stop(side, request);
                String messageId = scene.alice().say(said());
                stop.await();
                scene.awaitAcknowledgement(messageId);
                yield messageId;
            }
            case Moment.Done nothing -> {
                String messageId = scene.alice().say(said());
                scene.awaitAcknowledgement(messageId);
                scene.awaitEcho();
                yield messageId;
            }
        };
    }

    /** The thread that works on a message has the name under which the log knows the message. */
    private static String workOn(String messageId) {
        return WebhookEvent.correlationId(WebhookEvent.MessageCreated.key(messageId));
    }
}

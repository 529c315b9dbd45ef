package callbot.sandbox.webex;

import callbot.sandbox.base.Account;
import callbot.sandbox.base.CallParty;
import callbot.sandbox.calls.switchboard.Routing;
import callbot.sandbox.calls.switchboard.Way;
import callbot.sandbox.line.FakeBlocking;
import callbot.sandbox.line.FakeSettings;
import callbot.sandbox.line.FakeVoiceMessages;
import java.util.Optional;

/** What is set for a line, in the order in which it counts: whom it refuses, where it forwards, and whether it is silent. */
final class LineRouting {

    /** So long is every message that is left. */
    private static final long SECONDS = 12;

    private final FakeSettings settings;
    private final FakeBlocking blocking;
    private final FakeVoiceMessages voiceMessages;

    LineRouting(FakeSettings settings, FakeBlocking blocking, FakeVoiceMessages voiceMessages) {
        this.settings = settings;
        this.blocking = blocking;
        this.voiceMessages = voiceMessages;
    }

    /** All of it, for the calls that come in. */
    Routing routing() {
        return new Routing(
                this::wayTo,
                settings::isUndisturbed,
                callee -> forward(callee, "busy"),
                this::wayUnanswered,
                settings::rings,
                this::leaveMessage);
    }

    /** What of it the display of this user's phone shows. */
    LineState stateOf(Account owner) {
        Optional<String> away = settings.forwardedTo(owner, "always")
                .or(() -> Optional.of("voicemail").filter(any -> settings.goesToVoicemail(owner, "sendAllCalls")));
        return new LineState(
                settings.isUndisturbed(owner),
                away,
                settings.forwardedTo(owner, "busy"),
                settings.forwardedTo(owner, "noAnswer"),
                settings.rings(owner),
                voiceMessages.unread(owner));
    }

    private Way wayTo(Account callee, CallParty caller) {
        if (refuses(callee, caller)) return new Way.Refuse();
        Optional<String> forwarded = settings.forwardedTo(callee, "always");
        if (forwarded.isPresent()) return new Way.Forward(forwarded.get(), "unconditional");
        if (settings.goesToVoicemail(callee, "sendAllCalls")) return new Way.Voicemail();
        if (!settings.isUndisturbed(callee)) return new Way.Ring();
        Optional<Way.Forward> busy = forward(callee, "busy");
        if (busy.isPresent()) return busy.get();
        return settings.goesToVoicemail(callee, "sendBusyCalls") ? new Way.Voicemail() : new Way.Refuse();
    }

    private Way wayUnanswered(Account callee) {
        Optional<Way.Forward> forwarded = forward(callee, "noAnswer");
        if (forwarded.isPresent()) return forwarded.get();
        return settings.goesToVoicemail(callee, "sendUnansweredCalls") ? new Way.Voicemail() : new Way.Ring();
    }

    /** @param when as Webex names it, which is its name for the reason too */
    private Optional<Way.Forward> forward(Account callee, String when) {
        return settings.forwardedTo(callee, when).map(to -> new Way.Forward(to, when));
    }

    private void leaveMessage(Account owner, CallParty caller) {
        voiceMessages.leave(owner, caller.name(), caller.number(), SECONDS);
    }

    private boolean refuses(Account callee, CallParty caller) {
        if (caller.privacyEnabled() && blocking.refusesAnonymous(callee)) return true;
        return caller.number()
                .map(LineRouting::digits)
                .filter(number -> blocking.blocked(callee).stream()
                        .anyMatch(one -> digits(one).equals(number)))
                .isPresent();
    }

    /** Webex's own pages let a number be written in any way. */
    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }
}

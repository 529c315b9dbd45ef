package callbot.chat.failure;

import callbot.card.Button;

/** The buttons that many answers lead on with, so that nobody has to type what they name. */
final class WayOn {

    static final Button.Say CALLS = Button.say("Show my calls", "/calls");
    static final Button.Say STATUS = Button.say("Status", "/status");
    static final Button.Say WHY = Button.say("What happened", "/why");
    static final Button.Say SIGN_IN = Button.say("Sign in", "/auth");
    static final Button.Say SIGN_IN_AGAIN = Button.say("Sign in again", "/auth force");
    static final Button.Say HELP = Button.say("Help", "/help");

    private WayOn() {}
}

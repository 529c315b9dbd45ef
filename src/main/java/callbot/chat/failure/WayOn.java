package callbot.chat.failure;

import callbot.card.Button;

/** The buttons that many answers lead on with, so that nobody has to type what they name. */
public final class WayOn {

    public static final Button.Say CALLS = Button.say("Show my calls", "/calls");
    public static final Button.Say STATUS = Button.say("Status", "/status");
    public static final Button.Say WHY = Button.say("What happened", "/why");
    public static final Button.Say SIGN_IN = Button.say("Sign in", "/auth");
    public static final Button.Say SIGN_IN_AGAIN = Button.say("Sign in again", "/auth force");
    public static final Button.Say HELP = Button.say("Help", "/help");

    private WayOn() {}
}

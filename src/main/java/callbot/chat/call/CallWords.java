package callbot.chat.call;

import callbot.webex.calling.Call;
import callbot.webex.calling.Call.Personality;
import callbot.webex.messaging.Markdown;

/** How a call is put into words. */
record CallWords(Call call) {

    /** The other side of a call, for example "**Ana**". */
    static String who(Call call) {
        return "**" + Markdown.escape(call.remote().described()) + "**";
    }

    /** For example "call from **Ana**". */
    String described() {
        return "call " + direction() + " " + who(call);
    }

    /** "from" or "to". */
    String direction() {
        return call.personality() == Personality.TERMINATOR ? "from" : "to";
    }

    /** What it does just now, and what is done with its sound. */
    String standing() {
        if (!call.isAnswered()) return state();
        String recorded = switch (call.media().recording()) {
            case OFF -> "not recorded";
            case RUNNING -> "recorded";
            case PAUSED -> "not recorded for now";
        };
        return state() + (call.media().muted() ? ", muted" : ", not muted") + " and " + recorded;
    }

    /** What it does just now. */
    String state() {
        return switch (call.state()) {
            case CONNECTING -> "being set up";
            case ALERTING ->
                switch (call.personality()) {
                    case TERMINATOR, UNKNOWN -> "ringing";
                    case CLICK_TO_DIAL -> "waiting for you to pick up your phone";
                    case ORIGINATOR -> "ringing there";
                };
            case CONNECTED -> "connected";
            case HELD -> "on hold";
            case REMOTE_HELD -> "put on hold by the other side";
            case DISCONNECTED -> "over";
            case UNKNOWN -> "in a state that I do not know";
        };
    }
}

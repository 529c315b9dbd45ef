package callbot.sandbox.faults;

import callbot.json.Json;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeWebex;
import callbot.sandbox.wire.Explanations;
import callbot.sandbox.wire.Marks;
import callbot.sandbox.wire.WireScribe;
import java.util.List;

/** Permissions that end before their time. */
final class BadTokens {

    private final FakeWebex webex;
    private final WireScribe scribe;
    private final Marks marks;

    BadTokens(FakeWebex webex, WireScribe scribe, Marks marks) {
        this.webex = webex;
        this.scribe = scribe;
        this.marks = marks;
    }

    List<Trouble> troubles() {
        return List.of(new Trouble("expire", this::expire), new Trouble("revoke", this::revoke));
    }

    /** The access token is no good any more, but can be renewed. */
    private void expire(Json wish) {
        Account person = signedIn(wish);
        webex.tokens().expire(person);
        marks.put("token has run out", exchange -> exchange.status() == 401);
        scribe.remark("Broken on purpose", person.displayName() + "’s access token has run out before its time.");
    }

    /** The user takes the permission back at Webex; nothing can be renewed. */
    private void revoke(Json wish) {
        Account person = signedIn(wish);
        webex.tokens().revoke(person);
        marks.put("permission withdrawn", exchange -> exchange.status() == 401 || isRefusedGrant(exchange));
        scribe.remark("Broken on purpose", person.displayName() + " has taken the permission back at Webex.");
    }

    private Account signedIn(Json wish) {
        Account person = person(wish.requireText("who"));
        if (webex.tokens().areHeldFor(person)) return person;
        throw new IllegalStateException(
                person.displayName() + " has given no permission yet. Write /auth in the chat and sign in first.");
    }

    private Account person(String who) {
        return switch (who) {
            case "alice" -> webex.alice().person();
            case "bob" -> webex.bob().person();
            default -> throw Refusal.badRequest("There is no " + who + ".");
        };
    }

    private static boolean isRefusedGrant(Exchange exchange) {
        return exchange.status() == 400 && Explanations.path(exchange).equals("/access_token");
    }
}

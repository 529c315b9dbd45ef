package callbot.sandbox.accounts;

import callbot.http.Request;
import callbot.http.Response;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.base.Turn;
import callbot.sandbox.web.Answer;
import callbot.sandbox.web.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** The page to which a browser comes to sign in. Here one can be anybody: no passwords are asked for, and it says so. */
public final class AuthorizePage {

    private static final String DECISION = "/authorize/decision";

    private static final Map<String, String> MEANINGS = Map.of(
            "spark:calls_read", "see your calls, and your call history",
            "spark:calls_write", "make, answer and control your calls",
            "spark:people_read", "see who you are",
            "spark:kms", "read what is encrypted for you",
            "spark:telephony_config_read", "see which phones you have",
            "spark-admin:telephony_config_read", "read the calling settings");

    private final FakeOAuth oauth;
    private final FakePeople people;
    private final Integration integration;
    private final Turn turn;
    private final Set<String> redirects = new CopyOnWriteArraySet<>();
    private volatile boolean localRedirects;

    public AuthorizePage(FakeOAuth oauth, FakePeople people, Integration integration, Turn turn) {
        this.oauth = oauth;
        this.people = people;
        this.integration = integration;
        this.turn = turn;
    }

    /** Registers an address to which the browser may be sent back. */
    public void allowRedirect(String uri) {
        redirects.add(uri);
    }

    /** Registers every address on this machine. */
    public void allowLocalRedirects() {
        localRedirects = true;
    }

    private boolean isRegistered(String uri) {
        return redirects.contains(uri)
                || localRedirects && uri.matches("http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?(/.*)?");
    }

    public Operation operation() {
        return Operation.of("GET", "/authorize", this::show)
                .open()
                .query(
                        Field.optional("response_type"),
                        Field.optional("client_id"),
                        Field.optional("redirect_uri"),
                        Field.optional("scope"),
                        Field.optional("state"),
                        Field.optional("code_challenge"),
                        Field.optional("code_challenge_method"));
    }

    /** Takes what was chosen on the page; not a part of Webex's API, hence not beneath its path. */
    public Place decision() {
        return Place.post(DECISION, request -> new Answer.Whole(decide(request)));
    }

    private Response show(Ask ask) {
        Map<String, String> parameters = Request.parameters(ask.request().rawQuery());
        SignInRequest request;
        try {
            request = SignInRequest.of(parameters, integration, this::isRegistered);
        } catch (Refusal refusal) {
            return Response.page(
                    400, page("This sign-in link is wrong", "<p>" + escape(refusal.getMessage()) + "</p>"));
        }
        if (!integration.scopes().containsAll(request.scopes())) {
            return redirect(request.refused("invalid_scope", "The integration may not ask for these scopes."));
        }
        StringBuilder form = new StringBuilder("<p>An application wants to do this in your name:</p><ul>");
        request.scopes().stream()
                .sorted()
                .forEach(scope -> form.append("<li>").append(meaning(scope)).append("</li>"));
        form.append("</ul><form method=\"post\" action=\"" + DECISION + "\">");
        parameters.forEach((name, value) ->
                form.append("<input type=\"hidden\" name=\"" + escape(name) + "\" value=\"" + escape(value) + "\">"));
        for (Account person : people.all()) {
            if (!person.bot()) form.append(button(person.id(), "Agree as " + person.displayName(), person.email()));
        }
        form.append(button("nobody", "Refuse", "no access is given")).append("</form>");
        return Response.page(200, page("Sign in to the simulated Webex", form.toString()));
    }

    private Response decide(Request request) {
        return turn.take(() -> {
            Map<String, String> form = new LinkedHashMap<>(Request.parameters(request.text()));
            String who = form.getOrDefault("who", "");
            form.remove("who");
            try {
                SignInRequest asked = SignInRequest.of(form, integration, this::isRegistered);
                return redirect(people.byId(who)
                        .map(person -> asked.granted(oauth.consent(person, asked)))
                        .orElseGet(() -> asked.refused("access_denied", "The user refused.")));
            } catch (Refusal refusal) {
                return Response.page(400, page("This cannot be", "<p>" + escape(refusal.getMessage()) + "</p>"));
            }
        });
    }

    private static Response redirect(String location) {
        return Response.empty(302).with("Location", location);
    }

    /** The scope, and what it allows if that is known here. */
    private static String meaning(String scope) {
        String code = "<code>" + escape(scope) + "</code>";
        return Optional.ofNullable(MEANINGS.get(scope))
                .map(words -> words + "<br>" + code)
                .orElse(code);
    }

    private static String button(String who, String label, String hint) {
        return "<button name=\"who\" value=\"" + escape(who) + "\">" + escape(label) + "<small>" + escape(hint)
                + "</small></button>";
    }

    private static String page(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <link rel="icon" href="data:,">
                <style>
                  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif;
                    --soft: light-dark(#55616d, #a5b1bd); --accent: light-dark(#0a6d76, #5cc8d0); }
                  body { margin: 0; background: light-dark(#eceff3, #0d1116); color: light-dark(#15202b, #e9eef3); }
                  main { max-width: 28rem; margin: 6vh auto; padding: 1.5rem 2rem; border-radius: .9rem;
                    background: light-dark(#ffffff, #161b21); overflow-wrap: anywhere; }
                  h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
                  ul { padding-left: 1.2rem; line-height: 1.3; }
                  code { color: var(--soft); font-size: .85rem; }
                  button { display: block; width: 100%%; margin: .6rem 0; padding: .6rem 1rem; border: 1px solid var(--accent);
                    border-radius: .55rem; background: none; color: var(--accent); font: inherit; font-weight: 600;
                    text-align: left; cursor: pointer; }
                  button:last-of-type { border-color: var(--soft); color: inherit; font-weight: 400; }
                  button:is(:hover, :focus-visible) { outline: 2px solid var(--accent); outline-offset: 1px; }
                  small { display: block; color: var(--soft); font-weight: 400; }
                  @media (max-width: 30rem) { main { margin: 0; padding: 1rem; border-radius: 0; } p, ul, button { margin-block: .6rem; } }
                </style></head>
                <body><main><h1>%1$s</h1>
                <p>This is not Webex. It is a simulation on this computer: nobody needs a password, and you choose who you are.</p>
                %2$s</main></body></html>
                """.formatted(escape(title), body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package callbot.check;

import callbot.Config;
import callbot.signin.Scope;
import callbot.webex.OAuth;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be found out about the integration without anybody signing in. */
record IntegrationCheck(Config config, WebexClient webex, Browser browser) {

    private static final String MY_APPS = "At https://developer.webex.com/my-apps, under your integration, ";

    List<Finding> findings(boolean webexIsThere) {
        List<Finding> findings = new ArrayList<>();
        if (webexIsThere) {
            findings.add(secret());
            findings.add(link());
        } else findings.add(Finding.unknown("integration", "Only Webex can say."));
        findings.add(redirect());
        findings.add(scopes());
        return findings;
    }

    /** Asked to renew a permission that was never given, Webex says whether it knows who asks. */
    Finding secret() {
        try {
            oauth().refresh(new Secret("of-nobody"));
            return Finding.unknown("integration", "Webex renews what it never gave, so it says nothing of the secret.");
        } catch (WebexException.Refused refused) {
            if (OAuth.meansPermissionEnded(refused))
                return Finding.good("integration", "Webex knows its client id and secret.");
            return Finding.bad(
                    "integration",
                    refused.getMessage() + ".",
                    MY_APPS + "copy the client id and secret again to WXC_CC_INTEGRATION_CLIENT_ID and"
                            + " WXC_CC_INTEGRATION_CLIENT_SECRET.");
        } catch (WebexException failure) {
            return Finding.unknown("integration", failure.getMessage() + ".");
        }
    }

    Finding link() {
        Optional<Browser.Page> page = browser.open(oauth().authorizeLink("check"));
        if (page.isEmpty()) return Finding.unknown("sign-in link", "Nobody answers there.");
        String sentTo = page.get().location();
        if (page.get().status() >= 400)
            return Finding.bad(
                    "sign-in link",
                    "Webex refuses it (" + page.get().status() + ").",
                    MY_APPS + "register exactly the redirect URI " + config.redirectUrl() + ".");
        if (sentTo.startsWith(config.redirectUrl().toString()) && sentTo.contains("error="))
            return Finding.bad(
                    "sign-in link",
                    "Webex refuses the scopes that people are asked for.",
                    MY_APPS + "select " + String.join(" ", config.integration().scopes())
                            + ", or set WXC_CC_INTEGRATION_CLIENT_SCOPES to those that are selected.");
        return Finding.good(
                "sign-in link", "Webex takes it; what it says further on, only a person can see: try /auth.");
    }

    private OAuth oauth() {
        return new OAuth(webex, config.integration(), config.redirectUrl());
    }

    private Finding redirect() {
        URI redirect = config.redirectUrl();
        if (!List.of("localhost", "127.0.0.1").contains(redirect.getHost()))
            return Finding.good("redirect", "People come back to " + redirect + ".");
        return Finding.odd(
                "redirect",
                "People come back to " + redirect + ", which works only in a browser on this machine.",
                "For everybody else, set WXC_CC_REDIRECT_URL to a public address, and register that.");
    }

    private Finding scopes() {
        List<String> missing = Stream.of(Scope.CALLS_READ, Scope.CALLS_WRITE, Scope.PEOPLE_READ)
                .map(Scope::name)
                .filter(scope -> !config.integration().scopes().contains(scope))
                .toList();
        return missing.isEmpty()
                ? Finding.good("scopes", "People are asked for all that the bot cannot do without.")
                : Finding.bad(
                        "scopes",
                        "People are not asked for " + String.join(" ", missing) + ".",
                        "Add it to WXC_CC_INTEGRATION_CLIENT_SCOPES, and select it at the integration.");
    }
}

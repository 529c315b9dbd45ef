package callbot.check;

import callbot.Config;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import callbot.webex.messaging.Person;
import callbot.webex.messaging.Webhook;
import callbot.webex.messaging.Webhooks;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Whether Webex tells this bot of what happens, or tells another copy of it. */
record WebhookCheck(Config config, WebexClient webex, Browser browser) {

    private static final String TOPIC = "webhooks";
    private static final String CALLBOTS = "callbot [0-9a-f]{8}.*";
    private static final int COMPLETE = 3;
    private static final String START = "Start the bot: it repairs that. If it runs, it does within a minute.";

    List<Finding> findings(Optional<Person> me, Optional<URI> address) {
        if (me.isEmpty() || address.isEmpty())
            return List.of(Finding.unknown(TOPIC, "For this a good bot token and an address are needed."));
        try {
            List<Webhook> found = new Webhooks(webex)
                    .list(config.bot().accessToken()).stream()
                            .filter(webhook -> webhook.name().matches(CALLBOTS))
                            .toList();
            return List.of(look(found, address.get() + "/webhook"));
        } catch (WebexException failure) {
            return List.of(Finding.unknown(TOPIC, failure.getMessage() + "."));
        }
    }

    private Finding look(List<Webhook> found, String here) {
        if (found.isEmpty()) return Finding.good(TOPIC, "There are none yet. The bot makes them when it starts.");
        Optional<String> elsewhere = found.stream()
                .filter(Webhook::active)
                .map(Webhook::targetUrl)
                .filter(target -> !target.equals(here))
                .findFirst();
        if (elsewhere.isPresent()) return elsewhere(elsewhere.get());
        if (!found.stream().allMatch(Webhook::active))
            return Finding.bad(TOPIC, "Webex has switched them off, as it does when nobody answers.", START);
        if (found.size() < COMPLETE)
            return Finding.bad(TOPIC, "There are " + found.size() + " of " + COMPLETE + ".", START);
        return Finding.good(TOPIC, "All " + COMPLETE + " are active and lead here.");
    }

    private Finding elsewhere(String target) {
        boolean isAlive = browser.open(URI.create(target).resolve("/health"))
                .filter(page -> page.status() == 200)
                .isPresent();
        return isAlive
                ? Finding.bad(
                        TOPIC,
                        "They lead to another copy of this bot, which is alive: " + target + ".",
                        "Of two copies the one that was started last acts. Stop one, or give each a bot of its own.")
                : Finding.odd(TOPIC, "They lead to " + target + ", where nobody answers.", START);
    }
}

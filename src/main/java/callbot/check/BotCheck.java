package callbot.check;

import callbot.Config;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import callbot.webex.messaging.Email;
import callbot.webex.messaging.People;
import callbot.webex.messaging.Person;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether Webex is there, whether its clock is ours, and whether the bot's token is the bot's. */
final class BotCheck {

    /** What is older than a minute is not done any more, so a clock that is wrong by as much leaves nothing to do. */
    private static final Duration MOST_SKEW = Duration.ofSeconds(20);

    private final Config config;
    private final WebexClient webex;
    private final Browser browser;
    private final Clock clock;
    private Optional<Person> me = Optional.empty();
    private boolean isThere;

    BotCheck(Config config, WebexClient webex, Browser browser, Clock clock) {
        this.config = config;
        this.webex = webex;
        this.browser = browser;
        this.clock = clock;
    }

    /** Whom Webex knows the bot as; absent unless it was found to be good. */
    Optional<Person> me() {
        return me;
    }

    /** Whether Webex was found to answer. */
    boolean isThere() {
        return isThere;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        Optional<Browser.Page> page = browser.open(URI.create(config.webexApi() + "/people/me"));
        isThere = page.isPresent();
        if (page.isEmpty()) {
            findings.add(Finding.bad(
                    "webex",
                    "Nobody answers at " + config.webexApi() + ".",
                    "See whether this machine reaches the Internet. Behind a proxy set HTTPS_PROXY."
                            + " WEBEX_API_URL is usually not set."));
            findings.add(Finding.unknown("bot token", "Only Webex can say."));
            return findings;
        }
        findings.add(Finding.good("webex", "It answers at " + config.webexApi() + "."));
        page.get().date().ifPresent(date -> findings.add(clock(Duration.between(date, clock.instant()))));
        findings.add(token());
        return findings;
    }

    private Finding clock(Duration ahead) {
        boolean isGood = ahead.abs().compareTo(MOST_SKEW) <= 0;
        if (isGood)
            return Finding.good("clock", "It agrees with that of Webex. People are told the time of their own zone.");
        return Finding.bad(
                "clock",
                "It is " + ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of")
                        + " that of Webex.",
                "Have it set by NTP: timedatectl set-ntp true.");
    }

    Finding token() {
        try {
            Person owner = new People(webex).me(config.bot().accessToken());
            if (!config.bot().isOf(owner))
                return Finding.bad(
                        "bot token",
                        "WXC_CC_BOT_ACCESS_TOKEN belongs to " + owner.email() + ", and WXC_CC_BOT_EMAIL is "
                                + config.bot().email() + ".",
                        "Set both as https://developer.webex.com/my-apps shows them for one bot.");
            me = Optional.of(owner);
            return Email.of(owner.email()).filter(Email::isOfABot).isPresent()
                    ? Finding.good("bot token", "It is that of " + owner.displayName() + ", " + owner.email() + ".")
                    : Finding.odd(
                            "bot token",
                            "It belongs to " + owner.email() + ", who does not look like a bot.",
                            "A bot's address ends in @webex.bot. Make one at https://developer.webex.com/my-apps/new/bot.");
        } catch (WebexException.Refused refused) {
            return Finding.bad(
                    "bot token",
                    "Webex refuses it (" + refused.status() + ").",
                    "At https://developer.webex.com/my-apps, under your bot, regenerate it and set"
                            + " WXC_CC_BOT_ACCESS_TOKEN to the new one.");
        } catch (WebexException failure) {
            return Finding.bad("bot token", failure.getMessage() + ".", "Try again.");
        }
    }
}

package callbot.check;

import callbot.Config;
import callbot.trace.Tracer;
import callbot.tunnel.PublicUrl;
import callbot.webex.Patience;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import callbot.webex.messaging.People;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that is looked at, in order. What depends on something that is wrong is not looked at. */
public final class Checkup implements AutoCloseable {

    private final Config config;
    private final PublicUrl publicUrl;
    private final Java java;
    private final Clock clock;
    private final WebexClient webex;
    private final Browser browser = new Browser();

    /**
     * The Java that the bot would run on.
     *
     * @param version 21, 25 ...
     * @param heap the most that it takes for objects, in bytes
     */
    public record Java(int version, long heap) {

        /** The one that runs this. */
        public static Java running() {
            return new Java(Runtime.version().feature(), Runtime.getRuntime().maxMemory());
        }
    }

    /** A check of a bot with these settings, reached at this address; both are let go of when it is closed. */
    public Checkup(Config config, PublicUrl publicUrl, Java java, Clock clock) {
        this.config = config;
        this.publicUrl = publicUrl;
        this.java = java;
        this.clock = clock;
        Patience patience = new Patience(clock, Thread::sleep, new SecureRandom());
        webex = new WebexClient(config.webexApi(), clock, patience, new Tracer(clock)).impatient();
    }

    /** Looks at all of it; takes some seconds, more if something does not answer. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good("settings", "All that must be set is."));
        config.notes().forEach(note -> findings.add(Finding.odd("settings", note, "")));
        findings.addAll(new JavaCheck(java).findings());
        BotCheck bot = new BotCheck(config, webex, browser, clock);
        findings.addAll(bot.findings());
        findings.addAll(new IntegrationCheck(config, webex, browser).findings(bot.isThere()));
        findings.addAll(new StoreCheck(config, clock).findings());
        AddressCheck address = new AddressCheck(config, publicUrl, browser);
        findings.add(address.finding());
        findings.addAll(new WebhookCheck(config, webex, browser).findings(bot.me(), address.found()));
        return findings;
    }

    /** The e-mail address of whomever the bot's token belongs to; absent if Webex does not say. */
    public Optional<String> owner() {
        try {
            return Optional.of(new People(webex).me(config.bot().accessToken()).email());
        } catch (WebexException e) {
            return Optional.empty();
        }
    }

    /** Looks at the bot's token alone. */
    public Finding botToken() {
        return new BotCheck(config, webex, browser, clock).token();
    }

    /** Looks at the integration's client id and secret alone. */
    public Finding integration() {
        return new IntegrationCheck(config, webex, browser).secret();
    }

    /** Looks alone at whether Webex takes the link with which people sign in. */
    public Finding signInLink() {
        return new IntegrationCheck(config, webex, browser).link();
    }

    @Override
    public void close() {
        publicUrl.close();
        browser.close();
        webex.close();
    }
}

package callbot;

import callbot.call.Monitoring;
import callbot.chat.account.LineOverview;
import callbot.line.Quiet;
import callbot.line.QuietTimers;
import callbot.line.Voicemail;
import callbot.signin.AccessTokens;
import callbot.signin.Users;
import callbot.store.StateStore;
import callbot.tunnel.PublicUrl;
import callbot.webex.OAuth;
import callbot.webex.WebexClient;
import callbot.webex.calling.VoiceMessages;
import callbot.webex.line.LineSettings;
import callbot.webex.messaging.Webhooks;
import callbot.webhook.HookKeys;
import callbot.webhook.WebhookRegistration;
import java.time.Clock;

/**
 * What the bot does in people's names by way of one client of Webex. There are two of these: with the one client it does what
 * somebody waits for, with an {@linkplain WebexClient#impatient() impatient} one what it does by itself.
 *
 * @param oauth gets and renews their permission
 * @param hooks the webhooks that tell of their calls
 * @param settings what is set for their lines
 */
record OnBehalf(
        OAuth oauth,
        AccessTokens tokens,
        WebhookRegistration hooks,
        Monitoring monitoring,
        LineSettings settings,
        Quiet quiet) {

    /** How people's lines stand, by way of this client. */
    LineOverview overview(WebexClient webex, Clock clock) {
        return new LineOverview(settings, tokens, quiet, new Voicemail(new VoiceMessages(webex), tokens), clock);
    }

    static OnBehalf of(
            Users users,
            WebexClient webex,
            Config config,
            HookKeys keys,
            StateStore store,
            PublicUrl publicUrl,
            QuietTimers timers,
            Clock clock) {
        var oauth = new OAuth(webex, config.integration(), config.redirectUrl());
        var tokens = new AccessTokens(users, oauth, store, clock);
        var hooks = new WebhookRegistration(new Webhooks(webex), keys);
        var monitoring = new Monitoring(store, tokens, hooks, publicUrl);
        var settings = new LineSettings(webex);
        return new OnBehalf(oauth, tokens, hooks, monitoring, settings, new Quiet(settings, tokens, timers, store));
    }
}

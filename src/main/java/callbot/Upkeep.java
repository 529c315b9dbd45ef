package callbot;

import callbot.call.Monitoring;
import callbot.call.StaleCards;
import callbot.command.Command.Monitor.Mode;
import callbot.signin.AccessTokens;
import callbot.signin.NotSignedInException;
import callbot.signin.SignIn.Asker;
import callbot.signin.User;
import callbot.store.AtOnce;
import callbot.store.StoreUnavailableException;
import callbot.tunnel.PublicUrl;
import callbot.tunnel.TunnelException;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webhook.WebhookRegistration;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the bot in order: webhooks where they should be, permissions alive, and an honest word on whether all is well. */
final class Upkeep {

    /** How many users are looked after at the same time. */
    private static final AtOnce AT_ONCE = new AtOnce(8);

    private final System.Logger log = System.getLogger(Upkeep.class.getName());
    private final Secret botToken;
    private final PublicUrl publicUrl;
    private final WebhookRegistration registration;
    private final Monitoring monitoring;
    private final AccessTokens tokens;
    private final StaleCards staleCards;
    private final Consumer<Asker> permissionEnded;
    private volatile boolean stopping;
    private volatile Optional<String> trouble = Optional.of("The bot is starting.");

    Upkeep(
            Secret botToken,
            PublicUrl publicUrl,
            WebhookRegistration registration,
            Monitoring monitoring,
            AccessTokens tokens,
            StaleCards staleCards,
            Consumer<Asker> permissionEnded) {
        this.botToken = botToken;
        this.publicUrl = publicUrl;
        this.registration = registration;
        this.monitoring = monitoring;
        this.tokens = tokens;
        this.staleCards = staleCards;
        this.permissionEnded = permissionEnded;
    }

    /** Why Webex cannot tell the bot of what happens, in a sentence for anybody; absent if it can. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Finds the public address and repairs the bot's webhooks; if the address has changed, the users' too. */
    void webhooks() {
        try {
            URI before = publicUrl.current();
            URI now = publicUrl.refresh();
            registration.ensureBotHooks(botToken, now);
            trouble = Optional.empty();
            if (!now.equals(before)) callHooks();
        } catch (TunnelException e) {
            trouble = Optional.of("I have no address at which Webex could reach me. The log says more.");
            throw e;
        } catch (WebexException e) {
            trouble = Optional.of("I cannot have Webex tell me anything. The log says more.");
            throw e;
        }
    }

    /** Goes on telling a user of calls who has signed in again. */
    void signedIn(User user) {
        if (monitoring.mode(user.id()) != Mode.OFF) look(user.id(), monitoring::keepHook);
    }

    /** Repairs the webhooks of all users who are told about their calls. */
    void callHooks() {
        forEach(monitoring.followed(), monitoring::keepHook);
    }

    /** Corrects the cards of calls of which news was lost. */
    void cards() {
        Map<String, Runnable> remedies = staleCards.remedies();
        forEach(remedies.keySet(), personId -> remedies.get(personId).run());
    }

    /** Renews the permissions that run out soon. */
    void permissions() {
        forEach(tokens.holders(), tokens::keepFresh);
    }

    /** Looks after nobody more; who is being looked after still is. */
    void stop() {
        stopping = true;
    }

    private void forEach(Collection<String> personIds, Consumer<String> task) {
        AT_ONCE.forEach(personIds, personId -> look(personId, task));
    }

    private void look(String personId, Consumer<String> task) {
        if (stopping) return;
        try {
            task.accept(personId);
        } catch (NotSignedInException e) {
            e.lost().ifPresent(permissionEnded);
        } catch (WebexException | TunnelException | StoreUnavailableException e) {
            log.log(Level.WARNING, "event=upkeep.failed person={0} reason=\"{1}\"", personId, e.getMessage());
        }
    }
}

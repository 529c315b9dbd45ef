package callbot.webhook;

import callbot.webex.Secret;
import callbot.webex.Webhook;
import callbot.webex.Webhooks;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes Webex's list of webhooks agree with what is wanted. What is wrong is repaired in place, what is missing is made, and
 * only then is what is left over removed, so that there is never a gap. Webhooks of others stay as they are.
 */
public final class WebhookRegistration {

    private static final String PATH = "/webhook";
    private static final Set<String> BOT_RESOURCES = Set.of("messages", "attachmentActions", "memberships");

    private final System.Logger log = System.getLogger(WebhookRegistration.class.getName());
    private final Webhooks webhooks;
    private final HookKeys keys;

    private record Wanted(String name, String resource, String event, String targetUrl, Secret secret) {

        boolean isMeantBy(Webhook webhook) {
            return webhook.name().equals(name)
                    && webhook.resource().equals(resource)
                    && webhook.event().equals(event);
        }

        boolean isFulfilledBy(Webhook webhook) {
            return webhook.active()
                    && webhook.targetUrl().equals(targetUrl)
                    && webhook.secret().map(secret.reveal()::equals).orElse(true);
        }
    }

    /** A registration of webhooks named, addressed and signed like this. */
    public WebhookRegistration(Webhooks webhooks, HookKeys keys) {
        this.webhooks = webhooks;
        this.keys = keys;
    }

    /** Has the bot be told of messages, presses of buttons, and of being added to rooms. */
    public void ensureBotHooks(Secret botToken, URI publicUrl) {
        List<Wanted> wanted = BOT_RESOURCES.stream()
                .map(resource ->
                        new Wanted(keys.name(resource), resource, "created", publicUrl + PATH, keys.botSecret()))
                .toList();
        ensure(botToken, publicUrl, wanted);
    }

    /** Has the bot be told of the calls of this token's owner. */
    public void ensureCallHook(Secret token, String personId, URI publicUrl) {
        String pathKey = keys.pathKey(personId);
        String target = publicUrl + PATH + "/calls/" + pathKey;
        ensure(
                token,
                publicUrl,
                List.of(new Wanted(
                        keys.name("telephony_calls"), "telephony_calls", "all", target, keys.callSecret(pathKey))));
    }

    /** Has the bot no longer be told of the calls of this token's owner. */
    public void removeCallHook(Secret token) {
        webhooks.list(token).stream()
                .filter(webhook -> keys.isOurs(webhook.name()))
                .forEach(webhook -> webhooks.delete(token, webhook.id()));
    }

    /** What another bot token has left here is left over too: it names its webhooks otherwise. */
    private void ensure(Secret token, URI publicUrl, List<Wanted> wanted) {
        List<Webhook> leftOver = new ArrayList<>(webhooks.list(token).stream()
                .filter(webhook -> keys.isOurs(webhook.name())
                        || HookKeys.isCallbots(webhook.name())
                                && webhook.targetUrl().startsWith(publicUrl + PATH))
                .toList());
        for (Wanted one : wanted) {
            leftOver.stream()
                    .filter(one::isMeantBy)
                    .findFirst()
                    .ifPresentOrElse(
                            found -> {
                                leftOver.remove(found);
                                if (!one.isFulfilledBy(found)) repair(token, found, one);
                            },
                            () -> create(token, one));
        }
        leftOver.forEach(webhook -> webhooks.delete(token, webhook.id()));
    }

    private void repair(Secret token, Webhook found, Wanted wanted) {
        log.log(Level.INFO, "event=webhook.repaired name=\"{0}\" was=\"{1}\"", wanted.name(), found);
        webhooks.repair(token, found.id(), wanted.name(), wanted.targetUrl(), wanted.secret());
    }

    private void create(Secret token, Wanted wanted) {
        log.log(Level.INFO, "event=webhook.created name=\"{0}\"", wanted.name());
        webhooks.create(token, wanted.name(), wanted.targetUrl(), wanted.resource(), wanted.event(), wanted.secret());
    }
}

package callbot.webhook;

import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.messaging.Webhook;
import callbot.webex.messaging.Webhooks;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes Webex's list of webhooks agree with what is wanted. What is wrong is repaired in place, what is missing is made, and
 * only then is what is left over removed, so that there is never a gap. Webhooks of others stay as they are.
 *
 * <p>A bot has one set of webhooks, wherever it runs. So of two deployments with one bot token only one is told of anything, and
 * none does what the other does too:
 *
 * <pre>
 *   starts                                    takes the webhooks, from wherever they lead
 *   finds that they lead elsewhere, alive     was started earlier: stands by, and touches nothing
 *   finds that they are gone or switched off  the other has ended: takes them again
 * </pre>
 */
public final class WebhookRegistration {

    private static final String PATH = "/webhook";
    private static final List<String> BOT_RESOURCES = List.of("messages", "attachmentActions", "memberships");

    /** When two were made at the same time, everybody must still take the same one for the newest. */
    private static final Comparator<Webhook> BY_AGE = Comparator.comparing(
                    (Webhook webhook) -> webhook.created().orElse(Instant.EPOCH))
            .thenComparing(Webhook::id);

    private final System.Logger log = System.getLogger(WebhookRegistration.class.getName());
    private final Webhooks webhooks;
    private final HookKeys keys;

    /** Where the bot's webhooks lead. */
    public sealed interface Standing {

        /**
         * Here.
         *
         * @param repaired whether something about them was wrong, and no longer is
         * @param before the address to which they led before, if to another and alive
         */
        record Here(boolean repaired, Optional<String> before) implements Standing {}

        /** To another deployment of the bot, at this address. */
        record Elsewhere(String address) implements Standing {}
    }

    /** @param required whether it is of no use to go on without */
    private record Wanted(
            String name, String resource, String event, String targetUrl, Secret secret, boolean required) {

        boolean isMeantBy(Webhook webhook) {
            return webhook.resource().equals(resource) && webhook.event().equals(event);
        }

        boolean isFulfilledBy(Webhook webhook) {
            return webhook.active()
                    && webhook.name().equals(name)
                    && webhook.targetUrl().equals(targetUrl)
                    && webhook.secret().map(secret.reveal()::equals).orElse(true);
        }
    }

    /** A registration of webhooks named, addressed and signed like this. */
    public WebhookRegistration(Webhooks webhooks, HookKeys keys) {
        this.webhooks = webhooks;
        this.keys = keys;
    }

    /** Has the bot be told here of messages, presses of buttons, and of being added to rooms, wherever it was told before. */
    public Standing.Here takeBotHooks(Secret botToken, URI publicUrl) {
        return ensureBotHooks(botToken, publicUrl, callbots(botToken));
    }

    /**
     * Has the bot be told here as before, unless another deployment is told instead.
     *
     * @param before the address at which it was told when this was last called, since when it may have changed
     */
    public Standing keepBotHooks(Secret botToken, URI publicUrl, String before) {
        List<Webhook> found = callbots(botToken);
        Optional<String> elsewhere = found.stream()
                .filter(Webhook::active)
                .max(BY_AGE)
                .map(WebhookRegistration::address)
                .filter(address -> !address.equals(publicUrl.toString()) && !address.equals(before));
        return elsewhere
                .<Standing>map(Standing.Elsewhere::new)
                .orElseGet(() -> ensureBotHooks(botToken, publicUrl, found));
    }

    /** Has the bot be told of nothing any more, so that another deployment notices that it may take over. */
    public void removeBotHooks(Secret botToken) {
        callbots(botToken).forEach(webhook -> webhooks.delete(botToken, webhook.id()));
    }

    /**
     * Has the bot be told of the calls of this token's owner; and of the conferences and the voicemail, unless Webex refuses that:
     * not every line has them.
     */
    public void ensureUserHooks(Secret token, String personId, URI publicUrl) {
        String pathKey = keys.pathKey(personId);
        String target = publicUrl + PATH + "/calls/" + pathKey;
        Secret secret = keys.callSecret(pathKey);
        List<Wanted> wanted = List.of(
                new Wanted(keys.name("telephony_calls"), "telephony_calls", "all", target, secret, true),
                new Wanted(keys.name("telephony_conference"), "telephony_conference", "all", target, secret, false),
                new Wanted(keys.name("telephony_mwi"), "telephony_mwi", "updated", target, secret, false));
        List<Webhook> found = list(
                token,
                webhook -> keys.isOurs(webhook.name())
                        || HookKeys.isCallbots(webhook.name())
                                && webhook.targetUrl().startsWith(publicUrl + PATH)); // made by an earlier version
        ensure(token, wanted, found);
    }

    /** Has the bot no longer be told of anything of this token's owner. */
    public void removeUserHooks(Secret token) {
        list(token, webhook -> keys.isOurs(webhook.name())).forEach(webhook -> webhooks.delete(token, webhook.id()));
    }

    private Standing.Here ensureBotHooks(Secret botToken, URI publicUrl, List<Webhook> found) {
        List<Wanted> wanted = BOT_RESOURCES.stream()
                .map(resource ->
                        new Wanted(keys.name(resource), resource, "created", publicUrl + PATH, keys.botSecret(), true))
                .toList();
        Optional<String> before = found.stream()
                .filter(Webhook::active)
                .max(BY_AGE)
                .map(WebhookRegistration::address)
                .filter(address -> !address.equals(publicUrl.toString()));
        return new Standing.Here(ensure(botToken, wanted, found), before);
    }

    /** All webhooks of a bot that were made by a callbot are this bot's own. */
    private List<Webhook> callbots(Secret botToken) {
        return list(botToken, webhook -> HookKeys.isCallbots(webhook.name()));
    }

    private List<Webhook> list(Secret token, Predicate<Webhook> which) {
        return webhooks.list(token).stream().filter(which).toList();
    }

    private static String address(Webhook webhook) {
        int path = webhook.targetUrl().lastIndexOf(PATH);
        return path < 0 ? webhook.targetUrl() : webhook.targetUrl().substring(0, path);
    }

    /** Whether anything had to be done for it. */
    private boolean ensure(Secret token, List<Wanted> wanted, List<Webhook> found) {
        List<Webhook> leftOver = new ArrayList<>(found);
        boolean repaired = false;
        for (Wanted one : wanted) {
            Optional<Webhook> best = leftOver.stream()
                    .filter(one::isMeantBy)
                    .max(Comparator.comparing(one::isFulfilledBy).thenComparing(BY_AGE));
            best.ifPresent(leftOver::remove);
            if (best.filter(one::isFulfilledBy).isPresent()) continue;
            best.ifPresentOrElse(webhook -> repair(token, webhook, one), () -> create(token, one));
            repaired = true;
        }
        leftOver.forEach(webhook -> webhooks.delete(token, webhook.id()));
        return repaired;
    }

    private void repair(Secret token, Webhook found, Wanted wanted) {
        log.log(Level.INFO, "event=webhook.repaired name=\"{0}\" was=\"{1}\"", wanted.name(), found);
        webhooks.repair(token, found.id(), wanted.name(), wanted.targetUrl(), wanted.secret());
    }

    private void create(Secret token, Wanted wanted) {
        log.log(Level.INFO, "event=webhook.created name=\"{0}\"", wanted.name());
        try {
            webhooks.create(
                    token, wanted.name(), wanted.targetUrl(), wanted.resource(), wanted.event(), wanted.secret());
        } catch (WebexException.Refused e) {
            if (wanted.required() || e.status() == 429 || e.status() >= 500) throw e;
            log.log(Level.INFO, "event=webhook.refused name=\"{0}\" reason=\"{1}\"", wanted.name(), e.getMessage());
        }
    }
}

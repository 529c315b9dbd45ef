package callbot.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.sandbox.traffic.Exchange;
import callbot.sandbox.webex.FakeWebex;
import callbot.trace.Tracer;
import callbot.webex.Patience;
import callbot.webex.Secret;
import callbot.webex.WebexClient;
import callbot.webex.WebexException;
import callbot.webex.messaging.Webhook;
import callbot.webex.messaging.Webhooks;
import callbot.webhook.WebhookRegistration.Standing;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the simulated Webex, over HTTP. */
class WebhookRegistrationTest {

    private static final URI HERE = URI.create("https://bot.example.com");
    private static final URI THERE = URI.create("https://moved.example.com");

    private final MovableClock clock = new MovableClock();
    private FakeWebex webex;
    private WebexClient client;
    private Webhooks webhooks;
    private Secret bot;
    private HookKeys keys;
    private WebhookRegistration registration;

    @BeforeEach
    void start() throws IOException {
        webex = FakeWebex.start(clock);
        client = new WebexClient(
                URI.create(webex.url()), clock, new Patience(clock, time -> {}, new Random()), new Tracer(clock));
        webhooks = new Webhooks(client);
        bot = new Secret(webex.botToken());
        keys = new HookKeys(bot, "bot-id");
        registration = new WebhookRegistration(webhooks, keys);
    }

    @AfterEach
    void stop() {
        client.close();
        webex.close();
    }

    @Test
    void whatIsMissingIsMadeAndASecondLookChangesNothing() {
        registration.takeBotHooks(bot, HERE);
        List<Webhook> made = webhooks.list(bot);
        assertEquals(
                Set.of("messages", "attachmentActions", "memberships"),
                made.stream().map(Webhook::resource).collect(Collectors.toSet()));
        for (Webhook webhook : made) {
            assertEquals("https://bot.example.com/webhook", webhook.targetUrl());
            assertEquals(Optional.of(keys.botSecret().reveal()), webhook.secret());
        }

        assertEquals(List.of("GET"), methodsOf(() -> registration.takeBotHooks(bot, HERE)));
        assertEquals(made, webhooks.list(bot));
    }

    @Test
    void aNewAddressIsSetInPlace() {
        registration.takeBotHooks(bot, HERE);
        Set<String> ids = ids();
        assertEquals(
                List.of("GET", "PUT", "PUT", "PUT"),
                methodsOf(() -> registration.keepBotHooks(bot, THERE, HERE.toString())));
        assertEquals(ids, ids());
        for (Webhook webhook : webhooks.list(bot)) {
            assertEquals("https://moved.example.com/webhook", webhook.targetUrl());
        }
    }

    @Test
    void whatWebexHasSwitchedOffIsSwitchedOnAgainInPlace() {
        registration.takeBotHooks(bot, HERE);
        Set<String> ids = ids();
        webex.deactivateWebhooks(webex.bot());
        assertEquals(List.of("GET", "PUT", "PUT", "PUT"), methodsOf(() -> registration.takeBotHooks(bot, HERE)));
        assertEquals(ids, ids());
        assertTrue(webhooks.list(bot).stream().allMatch(Webhook::active));
    }

    @Test
    void aWrongSecretIsSetRightInPlace() {
        webhooks.create(bot, keys.name("messages"), HERE + "/webhook", "messages", "created", new Secret("wrong"));
        assertEquals(List.of("GET", "POST", "POST", "PUT"), sorted(() -> registration.takeBotHooks(bot, HERE)));
        assertTrue(webhooks.list(bot).stream()
                .allMatch(webhook ->
                        webhook.secret().equals(Optional.of(keys.botSecret().reveal()))));
    }

    @Test
    void whatIsDoubledIsRemovedAndTheOtherOneKept() {
        registration.takeBotHooks(bot, HERE);
        make(keys.name("messages"), HERE + "/webhook");
        assertEquals(List.of("GET", "DELETE"), methodsOf(() -> registration.takeBotHooks(bot, HERE)));
        assertEquals(3, ids().size());
    }

    @Test
    void whatSomebodyElseRemovesMeanwhileIsAsGoodAsRemoved() {
        registration.takeBotHooks(bot, HERE);
        make(keys.name("messages"), HERE + "/webhook");
        make(keys.name("messages"), HERE + "/webhook");
        webex.faults().next(1, "DELETE", "/webhooks/").answer(404);
        registration.takeBotHooks(bot, HERE);
        registration.takeBotHooks(bot, HERE);
        assertEquals(3, webhooks.list(bot).size());
    }

    @Test
    void theWebhooksOfOthersStayAsTheyAre() {
        make("of another app", HERE + "/webhook");
        make("callbot fan club", THERE + "/elsewhere");
        webex.deactivateWebhooks(webex.bot());
        List<Webhook> before = webhooks.list(bot);
        registration.takeBotHooks(bot, HERE);
        registration.removeUserHooks(bot);
        registration.removeBotHooks(bot);
        assertEquals(before, webhooks.list(bot));
    }

    @Test
    void whatWasMadeWithAnEarlierTokenIsRepairedInPlaceThoughWebexMayNotShowItsSecret() {
        var earlier = new WebhookRegistration(webhooks, new HookKeys(new Secret("earlier token"), "bot-id"));
        earlier.takeBotHooks(bot, HERE);
        Set<String> ids = ids();
        assertEquals(List.of("GET", "PUT", "PUT", "PUT"), methodsOf(() -> registration.takeBotHooks(bot, HERE)));
        assertEquals(ids, ids());
        assertTrue(
                webhooks.list(bot).stream().allMatch(webhook -> webhook.name().equals(keys.name(webhook.resource()))));
    }

    @Test
    void whatAnEarlierVersionMadeIsRepairedInPlace() {
        for (String resource : List.of("messages", "attachmentActions", "memberships")) {
            webhooks.create(
                    bot, "callbot 0123abcd " + resource, HERE + "/webhook", resource, "created", new Secret("old"));
        }
        assertEquals(List.of("GET", "PUT", "PUT", "PUT"), methodsOf(() -> registration.takeBotHooks(bot, HERE)));
        assertEquals(3, webhooks.list(bot).size());
    }

    @Test
    void whoeverStartsLastIsToldAndTheOtherFindsItElsewhere() {
        assertEquals(new Standing.Here(true, Optional.empty()), registration.takeBotHooks(bot, HERE));
        Set<String> ids = ids();
        assertEquals(new Standing.Here(true, Optional.of(HERE.toString())), registration.takeBotHooks(bot, THERE));
        assertEquals(ids, ids(), "there is one set of webhooks, so nothing is told twice at any moment");

        assertEquals(List.of("GET"), methodsOf(() -> registration.keepBotHooks(bot, HERE, HERE.toString())));
        assertEquals(new Standing.Elsewhere(THERE.toString()), registration.keepBotHooks(bot, HERE, HERE.toString()));
        assertEquals(
                new Standing.Here(false, Optional.empty()), registration.keepBotHooks(bot, THERE, THERE.toString()));
    }

    @Test
    void whoeverStandsByActsAgainWhenTheOthersWebhooksAreGoneOrSwitchedOff() {
        registration.takeBotHooks(bot, HERE);
        registration.takeBotHooks(bot, THERE);
        webex.deactivateWebhooks(webex.bot());
        assertEquals(new Standing.Here(true, Optional.empty()), registration.keepBotHooks(bot, HERE, HERE.toString()));

        registration.takeBotHooks(bot, THERE);
        registration.removeBotHooks(bot);
        assertEquals(new Standing.Here(true, Optional.empty()), registration.keepBotHooks(bot, HERE, HERE.toString()));
    }

    @Test
    void ofTwoWhoStartAtTheSameMomentBothSeeTheSameOneAct() {
        for (String resource : List.of("messages", "attachmentActions", "memberships")) {
            for (URI address : List.of(HERE, THERE)) {
                webhooks.create(bot, keys.name(resource), address + "/webhook", resource, "created", keys.botSecret());
            }
        }
        Standing there = registration.keepBotHooks(bot, THERE, THERE.toString());
        Standing here = registration.keepBotHooks(bot, HERE, HERE.toString());
        assertEquals(new Standing.Here(false, Optional.empty()), there);
        assertEquals(new Standing.Elsewhere(THERE.toString()), here);
        assertEquals(3, webhooks.list(bot).size());
    }

    @Test
    void whenNothingNewCanBeMadeTheOldOnesStay() {
        webhooks.create(bot, "callbot 0123abcd rooms", HERE + "/webhook", "rooms", "created", keys.botSecret());
        List<Webhook> before = webhooks.list(bot);
        webex.faults().next(1, "POST", "/webhooks").answer(500);
        assertThrows(WebexException.Refused.class, () -> registration.takeBotHooks(bot, HERE));
        assertEquals(before, webhooks.list(bot));
    }

    @Test
    void aCallHookIsMadeRepairedAndRemovedForItsOwnerAlone() {
        Secret alice =
                new Secret(webex.alice().grant(webex.integration().scopes()).accessToken());
        Secret bob = new Secret(webex.bob().grant(webex.integration().scopes()).accessToken());
        registration.ensureUserHooks(alice, "alice", HERE);
        registration.ensureUserHooks(bob, "bob", HERE);
        Webhook made = webhooks.list(alice).getFirst();
        Webhook ofVoicemail = webhooks.list(alice).getLast();
        assertEquals("telephony_mwi", ofVoicemail.resource());
        assertEquals("updated", ofVoicemail.event());
        assertEquals(made.targetUrl(), ofVoicemail.targetUrl());
        assertEquals("telephony_calls", made.resource());
        assertEquals("all", made.event());
        assertEquals(HERE + "/webhook/calls/" + keys.pathKey("alice"), made.targetUrl());
        assertEquals(Optional.of(keys.callSecret(keys.pathKey("alice")).reveal()), made.secret());

        assertEquals(List.of("GET"), methodsOf(() -> registration.ensureUserHooks(alice, "alice", HERE)));
        assertEquals(
                List.of("GET", "PUT", "PUT", "PUT"),
                methodsOf(() -> registration.ensureUserHooks(alice, "alice", THERE)));
        webhooks.create(alice, "of another app", HERE + "/", "messages", "created", new Secret("theirs"));
        registration.removeUserHooks(alice);
        assertEquals(
                List.of("of another app"),
                webhooks.list(alice).stream().map(Webhook::name).toList());
        assertEquals(3, webhooks.list(bob).size());
    }

    /** Not every line has conferences and a voicemail. */
    @Test
    void callsAreToldOfAlsoWhereConferencesAndVoicemailAreNot() {
        Secret alice =
                new Secret(webex.alice().grant(webex.integration().scopes()).accessToken());
        registration.ensureUserHooks(alice, "alice", HERE);
        webhooks.list(alice).stream()
                .filter(webhook -> !webhook.resource().equals("telephony_calls"))
                .forEach(webhook -> webhooks.delete(alice, webhook.id()));
        webex.faults().next(2, "POST", "/webhooks").answer(403);
        registration.ensureUserHooks(alice, "alice", HERE);
        assertEquals(
                List.of("telephony_calls"),
                webhooks.list(alice).stream().map(Webhook::resource).toList());

        webex.faults().next(1, "POST", "/webhooks").answer(503);
        assertThrows(WebexException.Refused.class, () -> registration.ensureUserHooks(alice, "alice", HERE));
    }

    private void make(String name, String targetUrl) {
        webhooks.create(bot, name, targetUrl, "messages", "created", keys.botSecret());
    }

    private Set<String> ids() {
        return webhooks.list(bot).stream().map(Webhook::id).collect(Collectors.toSet());
    }

    private List<String> sorted(Runnable action) {
        return methodsOf(action).stream().sorted().toList();
    }

    private List<String> methodsOf(Runnable action) {
        int before = webex.exchanges().size();
        action.run();
        return webex.exchanges().stream().skip(before).map(Exchange::method).toList();
    }
}

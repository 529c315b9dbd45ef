package callbot;

import callbot.call.CallControl;
import callbot.call.Devices;
import callbot.call.feed.CallFeed;
import callbot.call.feed.UnheardCalls;
import callbot.chat.CommandRunner;
import callbot.chat.Conversation;
import callbot.chat.account.AccountCommands;
import callbot.chat.account.AdminCommands;
import callbot.chat.account.Admission;
import callbot.chat.account.Forgetting;
import callbot.chat.account.LastTrace;
import callbot.chat.call.ChosenNames;
import callbot.chat.call.Line;
import callbot.chat.call.PersonSearch;
import callbot.chat.failure.Failures;
import callbot.chat.line.QuietCommands;
import callbot.chat.line.SettingCommands;
import callbot.chat.recording.VoicemailCommands;
import callbot.chat.recording.VoicemailNews;
import callbot.command.AccountCommand.Monitor.Mode;
import callbot.command.parser.CommandParser;
import callbot.http.Route;
import callbot.http.WebServer;
import callbot.line.QuietTimers;
import callbot.line.Voicemail;
import callbot.signin.RedirectEndpoint;
import callbot.signin.SignIn;
import callbot.signin.User;
import callbot.signin.Users;
import callbot.store.StateStore;
import callbot.upkeep.CardCare;
import callbot.upkeep.CatchUp;
import callbot.upkeep.MissedMessages;
import callbot.upkeep.Position;
import callbot.upkeep.QuietCare;
import callbot.upkeep.Upkeep;
import callbot.upkeep.UserCare;
import callbot.webex.Secret;
import callbot.webex.WebexException;
import callbot.webex.calling.CallRecordings;
import callbot.webex.calling.Calls;
import callbot.webex.calling.Endpoints;
import callbot.webex.calling.VoiceMessages;
import callbot.webex.messaging.Messages;
import callbot.webex.messaging.People;
import callbot.webex.messaging.Person;
import callbot.webhook.HookKeys;
import callbot.webhook.Inbox;
import callbot.webhook.Instances;
import callbot.webhook.Mailboxes;
import callbot.webhook.WebhookEndpoint;
import callbot.webhook.WebhookEvent.MessageCreated;
import callbot.webhook.WebhookRegistration;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The bot: everything it consists of, from the outside in, and how it begins and ends. */
public final class Bot {

    /** As long as work in flight gets to end: hosts let a program live on for 30 seconds or so. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private final System.Logger log = System.getLogger(Bot.class.getName());
    private final Surroundings surroundings;
    private final Secret botToken;
    private final boolean shared;
    private final WebhookRegistration registration;
    private final Mailboxes mailboxes = new Mailboxes();
    private final Inbox inbox;
    private final Position position;
    private final Upkeep upkeep;
    private final Routine routine;
    private final WebServer server;

    private Bot(Config config, Clock clock, SecureRandom random, Surroundings surroundings) throws IOException {
        this.surroundings = surroundings;
        var store = surroundings.store();
        var webex = surroundings.webex();
        var publicUrl = surroundings.publicUrl();
        var tracer = surroundings.tracer();
        botToken = config.bot().accessToken();
        shared = config.redis().isPresent();
        var people = new People(webex);
        Person me = config.bot().identifiedAs(people.me(botToken));

        var keys = new HookKeys(botToken, me.id());
        var instances = new Instances(store, UUID.randomUUID().toString());

        var users = new Users(store);
        users.adopt();
        var admission = new Admission(config.allowed(), config.admins(), users, people, botToken, clock);

        var timers = new QuietTimers(store);
        var asked = OnBehalf.of(users, webex, config, keys, store, publicUrl, timers, clock);
        var unasked = OnBehalf.of(users, webex.impatient(), config, keys, store, publicUrl, timers, clock);
        var tokens = asked.tokens();
        var signIn = new SignIn(asked.oauth(), people, users, store, random, clock);
        var messages = new Messages(webex, botToken, clock);
        registration = asked.hooks();
        var monitoring = asked.monitoring();
        var calls = new CallControl(new Calls(webex), tokens, store, clock);
        var feed = new CallFeed(store, monitoring, users, messages, calls.conferences(), clock);
        var redirectEndpoint =
                new RedirectEndpoint(signIn, messages, user -> monitoring.mode(user.id()) != Mode.OFF, this::signedIn);

        var parser = new CommandParser(config.bot().name().orElse(me.displayName()));
        var failures = new Failures(signIn, users, clock);
        var about = new AccountCommands.About(Main.version(), clock, this::tookOver);
        var voicemail = new Voicemail(new VoiceMessages(webex), tokens);
        var voicemailNews = new VoicemailNews(store, voicemail, monitoring, messages, users, clock);
        var lastTrace = new LastTrace(tracer, store, users, clock);
        var forgetting = new Forgetting(store, users, monitoring, signIn, lastTrace);
        var runner = new CommandRunner(
                parser,
                new AccountCommands(
                        users,
                        monitoring,
                        feed,
                        failures,
                        forgetting,
                        unasked.overview(webex.impatient(), clock),
                        about),
                new Line(
                        calls,
                        new Devices(new Endpoints(webex), tokens, store),
                        feed,
                        new PersonSearch(calls, people, tokens),
                        new ChosenNames(store, clock),
                        users,
                        clock),
                new QuietCommands(asked.quiet(), users, clock),
                SettingCommands.of(asked.settings(), new CallRecordings(webex), tokens, users, clock),
                new VoicemailCommands(voicemail, users, clock),
                new AdminCommands(admission, users, signIn, monitoring, this::unfinished, forgetting, clock),
                lastTrace);
        var conversation = new Conversation(messages, admission, parser, runner, failures, lastTrace);

        var care = new UserCare(
                user -> admission.admits(user.email()),
                user -> {
                    forgetting.forget(user.id());
                    conversation.farewell(user);
                },
                conversation::permissionEnds,
                unasked.tokens(),
                unasked.monitoring());
        position = new Position(
                store,
                clock,
                publicUrl,
                admission.digest(),
                (here, before) -> before.<WebhookRegistration.Standing>map(
                                address -> registration.keepBotHooks(botToken, here, address))
                        .orElseGet(() -> registration.takeBotHooks(botToken, here)));
        inbox = new Inbox(
                store,
                instances,
                clock,
                mailboxes,
                tracer,
                new EventRouter(conversation, feed, voicemailNews, position));
        Predicate<MessageCreated> letsIn = message -> admission.letsIn(message.personId(), message.email());
        var webhookEndpoint = new WebhookEndpoint(keys, me.id(), letsIn, inbox, clock);
        upkeep = new Upkeep(store, clock, position, users, care::look, conversation::permissionEnded);
        var pages = new StatusPages(Main.version(), store, position::trouble, clock);
        var cards = new CardCare(store, feed.staleCards(calls)::remedies);
        var catchUp = new CatchUp(
                store,
                clock,
                position,
                new MissedMessages(messages, me.id(), letsIn, inbox),
                new UnheardCalls(store, feed, monitoring, calls, messages, users, clock));
        var quietCare = new QuietCare(store, timers, unasked.quiet(), conversation::quietEnded, clock);
        routine = new Routine(shared, instances, inbox, position, upkeep, cards, catchUp, quietCare);
        // Before anything is delivered, or others would take it over. The state file has no others.
        if (shared) instances.beat();
        else instances.enter();
        List<Route> routes = new ArrayList<>(List.of(
                new Route("POST", "/webhook", webhookEndpoint::bot),
                new Route("POST", "/webhook/calls/*", webhookEndpoint::calls),
                new Route("GET", "/health", pages::health),
                new Route("GET", "/ready", pages::ready),
                new Route("GET", "/", pages::home)));
        for (String path : config.redirectPaths()) routes.add(new Route("GET", path, redirectEndpoint::handle));
        List<Route> all = config.metricsToken()
                .map(token -> surroundings.metrics().measured(routes, token, () -> gauges(clock)))
                .orElse(routes);
        server = WebServer.start(config.listenOn(), config.port(), all);
    }

    /** How it stands just now, in numbers. */
    private Map<String, Number> gauges(Clock clock) {
        Inbox.Summary unfinished = inbox.summary();
        Optional<Duration> oldest = unfinished.oldest().map(accepted -> Duration.between(accepted, clock.instant()));
        return Map.of(
                "callbot_ready", position.trouble().isEmpty() ? 1 : 0,
                "callbot_tasks", mailboxes.load(),
                "callbot_events_open", unfinished.open(),
                "callbot_events_oldest_seconds", oldest.map(Duration::toSeconds).orElse(0L));
    }

    /**
     * Starts the bot. When this returns it listens, and Webex tells it of what happens.
     *
     * @param around puts something around its store, for whoever wants to see what it writes down
     * @throws IOException if the port cannot be had
     */
    public static Bot start(Config config, UnaryOperator<StateStore> around) throws IOException {
        return start(config, Clock.systemUTC(), new SecureRandom(), around);
    }

    static Bot start(Config config, Clock clock, SecureRandom random, UnaryOperator<StateStore> around)
            throws IOException {
        Surroundings surroundings = Surroundings.open(config, clock, random, around);
        try {
            return new Bot(config, clock, random, surroundings).begun();
        } catch (IOException | RuntimeException | Error e) {
            surroundings.close(); // or the state file could not be opened again
            throw e;
        }
    }

    private Bot begun() {
        try {
            routine.begin();
        } catch (RuntimeException | Error e) {
            stop(PATIENCE);
            throw e;
        }
        var url = surroundings.publicUrl().current();
        log.log(Level.INFO, "event=bot.ready port={0} url={1}", "" + server.port(), url);
        return this;
    }

    private Inbox.Summary unfinished() {
        return inbox.summary();
    }

    /** Not while the browser waits. */
    private void signedIn(User user) {
        mailboxes.post("calls:" + user.id(), () -> upkeep.signedIn(user));
    }

    /** Does now what is otherwise done every few minutes. */
    public void upkeep() {
        routine.now();
    }

    /**
     * Ends the bot: it takes nothing new, gives what is under way so long to end, and leaves the rest for the next start.
     *
     * @param patience how long; if it is zero, there is no time for a word to Webex either
     */
    public void stop(Duration patience) {
        try (surroundings) {
            inbox.stop();
            boolean ended = stopWork(patience);
            inbox.leave();
            if (patience.isPositive()) makeWay();
            log.log(Level.INFO, "event=bot.stopped all-work-done={0}", ended);
        }
    }

    /** Whoever is just signing in in a browser gets as much time as the work that was begun. */
    private boolean stopWork(Duration patience) {
        var rounds = routine.stop(patience);
        var requests = CompletableFuture.runAsync(() -> server.stop(patience), Thread::startVirtualThread);
        boolean ended = mailboxes.stop(patience) & rounds.join();
        requests.join();
        return ended;
    }

    /** If another copy of the bot stands by since this one was started, it is to notice that its time has come. */
    private void makeWay() {
        if (shared || position.standsBy() || !position.tookOver()) return;
        try {
            registration.removeBotHooks(botToken);
        } catch (WebexException e) {
            log.log(Level.WARNING, "event=deployment.way-not-made reason=\"{0}\"", e.getMessage());
        }
    }

    private boolean tookOver() {
        return position.tookOver();
    }
}

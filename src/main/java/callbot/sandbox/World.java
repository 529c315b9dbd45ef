package callbot.sandbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Builds all that the fake is made of, in the order in which the parts need each other. */
final class World implements AutoCloseable {

    final Turn turn = new Turn();
    final Wire wire;
    final Faults faults;
    final Browser browser = new Browser();
    final Habits habits = new Habits();
    final Integration integration;
    final Tokens tokens;
    final Deliveries deliveries;
    final FakePeople people;
    final FakeWebhooks webhooks;
    final Switchboard switchboard;
    final ParkingLot parkingLot;
    final ClickToDial clickToDial;
    final HandoverCommands handoverCommands;
    final AuthorizePage authorizePage;
    final Person bot;
    final String botToken;
    final FakeUser alice;
    final FakeUser bob;
    final Api api;
    private final Chat chat;

    World(Clock clock, RandomGenerator random) {
        Ids ids = new Ids(random);
        wire = new Wire(clock);
        faults = new Faults(clock);
        Recorder recorder = new Recorder(wire);
        integration = new Integration("C" + ids.nextSecret(), ids.nextSecret(), Integration.ALL_SCOPES);
        tokens = new Tokens(clock, ids, turn);
        deliveries = new Deliveries(new Courier(recorder), turn);
        people = new FakePeople(clock, ids);
        webhooks = new FakeWebhooks(clock, ids, deliveries);

        bot = people.addBot("Callbot");
        botToken = tokens.grantBot(bot, ids.next("APPLICATION"));
        Person alice = people.hire("Alice Adams", true);
        Person bob = people.hire("Bob Brown", false);

        FakeRooms rooms = new FakeRooms(clock, ids, webhooks);
        Archive archive = new Archive(clock, ids, webhooks);
        Contents contents = new Contents(ids);
        FakeMessages messages = new FakeMessages(clock, people, rooms, archive, contents, habits);
        FakeCardActions actions = new FakeCardActions(clock, ids, archive, webhooks);
        Room group = rooms.createGroup("Team", alice, List.of(bob, bot));
        chat = new Chat(bot, group, rooms, archive, actions, turn);

        switchboard = new Switchboard(clock, ids, people, new CallHistory(), new CallNews(clock, webhooks));
        parkingLot = new ParkingLot(switchboard, people);
        clickToDial = new ClickToDial(switchboard, parkingLot, habits);
        Handover handover = new Handover(switchboard, people);
        handoverCommands = new HandoverCommands(switchboard, handover, parkingLot, clickToDial, people);

        FakeOAuth oauth = new FakeOAuth(clock, ids, tokens, integration);
        authorizePage = new AuthorizePage(oauth, people, integration, turn);
        this.alice = user(alice);
        this.bob = user(bob);

        List<Operation> operations = new ArrayList<>();
        operations.add(authorizePage.operation());
        operations.addAll(oauth.operations());
        operations.addAll(people.operations());
        operations.addAll(rooms.operations());
        operations.addAll(messages.operations());
        operations.addAll(contents.operations());
        operations.addAll(actions.operations());
        operations.addAll(webhooks.operations());
        List<Operation> callCommands = new CallCommands(switchboard, clickToDial).operations();
        operations.addAll(callCommands);
        operations.addAll(MemberCalls.among(callCommands));
        operations.addAll(handoverCommands.operations());
        api = new Api(operations, tokens, turn, faults, habits, recorder, ids);
    }

    FakeUser user(Person person) {
        Phone phone = new Phone(person, switchboard, clickToDial, webhooks, turn);
        return new FakeUser(person, phone, chat, browser, tokens, integration);
    }

    OutsidePhone outside(String number, Optional<String> name, boolean withheld) {
        Party party = withheld
                ? new Party(Optional.empty(), Optional.empty(), Optional.empty(), true, "external")
                : new Party(name, Optional.of(number), Optional.empty(), false, "external");
        return new OutsidePhone(number, party, switchboard, turn);
    }

    @Override
    public void close() {
        api.close();
        deliveries.close();
        browser.close();
    }
}

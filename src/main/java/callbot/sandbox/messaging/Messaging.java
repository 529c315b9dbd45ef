package callbot.sandbox.messaging;

import callbot.sandbox.accounts.FakePeople;
import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Habits;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Turn;
import callbot.sandbox.webhooks.FakeWebhooks;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Webex Messaging: rooms, memberships, messages with their files and cards, and what is done with the cards' buttons. */
public final class Messaging {

    private final FakeRooms rooms;
    private final Archive archive;
    private final Contents contents;
    private final FakeMessages messages;
    private final FakeCardActions actions;

    public Messaging(Clock clock, Ids ids, FakePeople people, FakeWebhooks webhooks, Habits habits) {
        rooms = new FakeRooms(clock, ids, webhooks);
        archive = new Archive(clock, ids, webhooks);
        contents = new Contents(ids);
        messages = new FakeMessages(clock, people, rooms, archive, contents, habits);
        actions = new FakeCardActions(clock, ids, archive, webhooks);
    }

    /** The operations of messaging. */
    public List<Operation> operations() {
        return Stream.of(rooms.operations(), messages.operations(), contents.operations(), actions.operations())
                .flatMap(List::stream)
                .toList();
    }

    /** A chat of users with this bot: each has a room with it, and all of them have a group, founded by the first. */
    public Chat chat(Account bot, List<Account> users, Turn turn) {
        List<Account> others =
                Stream.concat(users.stream().skip(1), Stream.of(bot)).toList();
        Room group = rooms.createGroup("Team", users.getFirst(), others);
        return new Chat(bot, group, rooms, archive, actions, turn);
    }
}

package callbot.sandbox.messaging;

import callbot.http.Response;
import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Field;
import callbot.sandbox.api.Operation;
import callbot.sandbox.api.Shape;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import callbot.sandbox.webhooks.Event;
import callbot.sandbox.webhooks.FakeWebhooks;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people did with the buttons of cards, and the operations to do and to read it. */
final class FakeCardActions {

    private static final Shape CREATE = Shape.of(
            Field.required("type").oneOf("submit"),
            Field.required("messageId"),
            Field.required("inputs").object());

    private final Clock clock;
    private final Ids ids;
    private final Archive archive;
    private final FakeWebhooks webhooks;
    private final Map<String, Action> actions = new HashMap<>();

    /**
     * Somebody pressed a button.
     *
     * @param id the id of the action
     * @param person who pressed
     * @param message the message with the card
     * @param inputs the card's inputs and the button's data
     * @param created when
     */
    record Action(String id, Account person, Message message, Json inputs, Instant created) {

        /** What the author of the card is told. */
        Event submitted() {
            Map<String, Set<String>> attributes = Map.of(
                    "messageId", Set.of(message.id()),
                    "roomId", Set.of(message.room().id()),
                    "personId", Set.of(person.id()));
            return new Event("attachmentActions", "created", List.of(message.author()), attributes, person, toData());
        }

        /** What a webhook says about it: everything but the inputs. */
        ObjectWriter toData() {
            return Json.object()
                    .put("id", id)
                    .put("type", "submit")
                    .put("messageId", message.id())
                    .put("personId", person.id())
                    .put("roomId", message.room().id())
                    .put("created", created);
        }

        ObjectWriter toJson() {
            return toData().put("inputs", inputs);
        }
    }

    FakeCardActions(Clock clock, Ids ids, Archive archive, FakeWebhooks webhooks) {
        this.clock = clock;
        this.ids = ids;
        this.archive = archive;
        this.webhooks = webhooks;
    }

    List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/attachment/actions", this::create)
                        .scope("spark:messages_write")
                        .json(CREATE),
                Operation.of("GET", "/attachment/actions/{id}", this::get).scope("spark:messages_read"));
    }

    /** This person presses a button of the card in this message. */
    Action submit(Account person, Message message, Json inputs) {
        if (message.card().isEmpty()) throw Refusal.badRequest("The message has no card.");
        Action action = new Action(ids.next("ATTACHMENT_ACTION"), person, message, inputs, clock.instant());
        actions.put(action.id(), action);
        webhooks.tell(action.submitted());
        return action;
    }

    private Response create(Ask ask) {
        Message message = archive.visible(ask.person(), ask.body().requireText("messageId"));
        return Ask.answer(
                200, submit(ask.person(), message, ask.body().at("inputs")).toJson());
    }

    private Response get(Ask ask) {
        Action action = actions.get(ask.path("id"));
        if (action == null || !action.message().room().has(ask.person())) {
            throw Refusal.notFound("Could not find an attachment action with provided ID.");
        }
        return Ask.answer(200, action.toJson());
    }
}

package callbot.sandbox;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import java.util.List;
import java.util.Map;

/** What the sandbox's page shows: the chats, the phones, and who they belong to. */
final class Snapshot {

    /** So many messages of a chat are shown. */
    private static final int MESSAGES = 100;

    private final FakeWebex webex;

    Snapshot(FakeWebex webex) {
        this.webex = webex;
    }

    /** The page's whole state as JSON on one line. */
    String json() {
        Map<String, FakeUser> users = Map.of("alice", webex.alice(), "bob", webex.bob());
        ObjectWriter people = Json.object();
        users.forEach((key, user) -> people.put(key, person(user)));
        return Json.object()
                .put("bot", webex.bot().displayName())
                .put("people", people)
                .put(
                        "outside",
                        webex.outsideLines().stream().map(Snapshot::line).toList())
                .toString();
    }

    private ObjectWriter person(FakeUser user) {
        List<ChatMessage> messages =
                user.messages().stream().filter(message -> !message.deleted()).toList();
        return Json.object()
                .put("name", user.person().displayName())
                .put("email", user.person().email())
                .put("extension", user.phone().extension())
                .put(
                        "messages",
                        messages.stream()
                                .skip(Math.max(0, messages.size() - MESSAGES))
                                .map(this::message)
                                .toList())
                .put("calls", user.phone().calls().stream().map(Snapshot::call).toList());
    }

    private ObjectWriter message(ChatMessage message) {
        return Json.object()
                .put("id", message.id())
                .put("author", message.author().displayName())
                .put("fromBot", message.author().equals(webex.bot()))
                .put("text", message.text())
                .put("html", message.html())
                .put("card", message.card())
                .put("created", message.created())
                .put("edited", message.edits() > 0);
    }

    private static ObjectWriter call(PhoneCall call) {
        return Json.object()
                .put("id", call.id())
                .put("personality", call.personality().wireName())
                .put("state", call.state().wireName())
                .put("with", call.remote().name().or(() -> call.remote().number()))
                .put("number", call.remote().number())
                .put("answered", call.answered())
                .put("muted", call.muted())
                .put("recording", call.recording());
    }

    private static ObjectWriter line(OutsideLine line) {
        return Json.object()
                .put("number", line.number())
                .put("name", line.name())
                .put("withheld", line.withheld())
                .put("state", line.state())
                .put("with", line.with());
    }
}

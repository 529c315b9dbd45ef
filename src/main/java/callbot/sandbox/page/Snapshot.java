package callbot.sandbox.page;

import callbot.json.Json;
import callbot.json.ObjectWriter;
import callbot.sandbox.base.Account;
import callbot.sandbox.base.LineEndpoint;
import callbot.sandbox.calls.PhoneCall;
import callbot.sandbox.calls.session.OutsideLine;
import callbot.sandbox.messaging.ChatMessage;
import callbot.sandbox.webex.FakeUser;
import callbot.sandbox.webex.FakeWebex;
import callbot.sandbox.webex.LineState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the sandbox's page shows: the chats, the phones, and who they belong to. */
final class Snapshot {

    /** So many messages of a chat are shown. */
    private static final int MESSAGES = 100;

    private final FakeWebex webex;
    private final boolean withCallbot;

    Snapshot(FakeWebex webex, boolean withCallbot) {
        this.webex = webex;
        this.withCallbot = withCallbot;
    }

    /** The page's whole state as JSON on one line. */
    String json() {
        ObjectWriter people = Json.object().put("alice", person(webex.alice())).put("bob", person(webex.bob()));
        return Json.object()
                .put("bot", webex.bot().displayName())
                .put("withCallbot", withCallbot)
                .put("people", people)
                .put(
                        "outside",
                        webex.outsideLines().stream().map(Snapshot::line).toList())
                .toString();
    }

    private ObjectWriter person(FakeUser user) {
        LineState line = webex.lineState(user);
        return Json.object()
                .put("name", user.person().displayName())
                .put("email", user.person().email())
                .put("number", user.person().line().map(Account.Line::number))
                .put("extension", user.phone().extension())
                .put("signedIn", webex.tokens().areHeldFor(user.person()))
                .put("watched", user.phone().isWatched())
                .put("undisturbed", line.undisturbed())
                .put("forwardedTo", line.forwardedTo())
                .put("busyTo", line.busyTo())
                .put("unansweredTo", line.unansweredTo())
                .put("rings", line.rings())
                .put("newVoiceMessages", line.newVoiceMessages())
                .put(
                        "endpoints",
                        user.phone().endpoints().stream()
                                .map(LineEndpoint::toJson)
                                .toList())
                .put("messages", messages(user.messages()))
                .put("calls", user.phone().calls().stream().map(Snapshot::call).toList());
    }

    /** The newest of them. Of a deleted one nothing is left but its place, and that only if somebody has answered it. */
    private List<ObjectWriter> messages(List<ChatMessage> all) {
        Set<String> answered = all.stream()
                .filter(message -> !message.deleted())
                .flatMap(message -> message.parentId().stream())
                .collect(Collectors.toSet());
        List<ChatMessage> left = all.stream()
                .filter(message -> !message.deleted() || answered.contains(message.id()))
                .toList();
        return left.stream()
                .skip(Math.max(0, left.size() - MESSAGES))
                .map(message -> message.deleted() ? place(message) : message(message))
                .toList();
    }

    private ObjectWriter message(ChatMessage message) {
        return place(message)
                .put("text", message.text())
                .put("html", message.html())
                .put("card", message.card())
                .put("edited", message.edits() > 0);
    }

    private ObjectWriter place(ChatMessage message) {
        return Json.object()
                .put("id", message.id())
                .put("parentId", message.parentId())
                .put("author", message.author().displayName())
                .put("fromBot", message.author().equals(webex.bot()))
                .put("created", message.created())
                .put("deleted", message.deleted());
    }

    private static ObjectWriter call(PhoneCall call) {
        return Json.object()
                .put("id", call.id())
                .put("personality", call.personality().wireName())
                .put("state", call.state().wireName())
                .put("endpoint", call.endpoint().map(LineEndpoint::id))
                .put("with", call.remote().name().or(() -> call.remote().number()))
                .put("number", call.remote().number())
                .put("created", call.created())
                .put("answered", call.answered())
                .put("muted", call.muted())
                .put("recording", call.recording())
                .put("digits", call.digits())
                .put("conference", call.conference());
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

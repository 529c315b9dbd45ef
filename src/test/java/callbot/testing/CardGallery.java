package callbot.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import callbot.command.Command;
import callbot.command.Remark;
import callbot.command.parser.CommandParser;
import callbot.contract.CardRules;
import callbot.contract.CardSchema;
import callbot.webex.messaging.Draft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages with cards, held against what Webex draws and kept as files, so that they can be looked at. */
public final class CardGallery {

    private static final Path ROOM = Path.of("target", "cards");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CardSchema SCHEMA = CardSchema.load();

    private CardGallery() {}

    /** Keeps this message under this name, once it is found good. */
    public static void hang(String name, Draft draft) {
        JsonNode card = JSON.readTree(draft.card().orElseThrow().toJson().toString());
        ObjectNode message = JSON.createObjectNode().put("markdown", draft.markdown());
        message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.adaptive")
                .set("content", card);
        assertEquals(List.of(), CardRules.violations(message), name);
        assertEquals(List.of(), SCHEMA.violations(card), name);
        card.findValues("data").forEach(CardGallery::assertUnderstood);
        try {
            Files.createDirectories(ROOM);
            Files.writeString(ROOM.resolve(name + ".json"), message.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever a button says, with a number in its input if it has one, the bot must understand. */
    private static void assertUnderstood(JsonNode data) {
        String said = data.path("command").asString() + (data.has("input") ? " 2044" : "");
        Command command = new CommandParser("Callbot").parse(said);
        assertFalse(command instanceof Remark.NotUnderstood || command instanceof Remark.Malformed, said);
    }
}

package callbot.sandbox.messaging;

import callbot.json.Json;
import callbot.sandbox.base.Account;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as those in the room see it now.
 *
 * @param id its id
 * @param author who wrote it
 * @param text what it says in plain text
 * @param markdown what it says as Markdown, absent if it was written as plain text
 * @param html what it says as html, absent if it was written as plain text
 * @param card the card that it carries, absent if it has none
 * @param parentId the message whose thread it is in, absent if it is in none
 * @param created when it was written
 * @param edits how often it has been edited
 * @param deleted whether it has been deleted; then nobody but a test sees it
 */
public record ChatMessage(
        String id,
        Account author,
        String text,
        Optional<String> markdown,
        Optional<String> html,
        Optional<Json> card,
        Optional<String> parentId,
        Instant created,
        int edits,
        boolean deleted) {}

package callbot.sandbox.messaging;

import callbot.http.Request;
import callbot.http.Response;
import callbot.sandbox.api.Api;
import callbot.sandbox.api.Ask;
import callbot.sandbox.api.Multipart;
import callbot.sandbox.api.Operation;
import callbot.sandbox.base.Ids;
import callbot.sandbox.base.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that were sent with messages, and the operation to fetch them. A message names each by its address. */
final class Contents {

    private static final String PATH = "/contents/";

    private final Ids ids;
    private final Map<String, Content> contents = new HashMap<>();

    private record Content(Multipart.Upload upload, Room room) {}

    Contents(Ids ids) {
        this.ids = ids;
    }

    List<Operation> operations() {
        return List.of(Operation.of("GET", PATH + "{contentId}", this::get).scope("spark:messages_read"));
    }

    /** Keeps this file for those in this room; gives the address where they find it. */
    String keep(Multipart.Upload upload, Room room, Request request) {
        String id = ids.next("CONTENT");
        contents.put(id, new Content(upload, room));
        return "http://" + request.header("Host").orElse("") + Api.ROOT + PATH + id;
    }

    private Response get(Ask ask) {
        Multipart.Upload upload = Optional.ofNullable(contents.get(ask.path("contentId")))
                .filter(content -> content.room().has(ask.person()))
                .map(Content::upload)
                .orElseThrow(() -> Refusal.notFound("Could not find a file with provided ID."));
        return new Response(200, Map.of("Content-Type", upload.type()), upload.bytes())
                .with(
                        "Content-Disposition",
                        "attachment; filename=\"" + upload.name().replaceAll("[^ -~]", "_") + "\"");
    }
}

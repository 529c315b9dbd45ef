package callbot.webex.line;

import callbot.json.Json;
import callbot.webex.calling.Endpoint;
import callbot.webex.calling.Endpoints;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A phone or an app that a user may prefer.
 *
 * @param preferred whether it is the preferred one
 */
public record AnswerPhone(Endpoint endpoint, boolean preferred) {

    static List<AnswerPhone> listed(Json json) {
        List<Json> all = json.list("endpoints");
        List<Endpoint> endpoints = Endpoints.listed(json);
        return IntStream.range(0, all.size())
                .mapToObj(i -> new AnswerPhone(endpoints.get(i), all.get(i).flag("isPreferredAnswerEndpoint")))
                .toList();
    }
}

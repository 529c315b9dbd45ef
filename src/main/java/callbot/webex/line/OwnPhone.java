package callbot.webex.line;

import callbot.json.Json;
import callbot.webex.calling.Endpoint;
import callbot.webex.calling.Endpoints;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A phone or an app on which a user has the own line.
 *
 * @param controlled whether calls on it can be answered, muted and held from elsewhere; absent if Webex does not say
 */
public record OwnPhone(Endpoint endpoint, Optional<Boolean> controlled) {

    static List<OwnPhone> listed(Json json) {
        List<Json> all = json.list("endpoints");
        List<Endpoint> endpoints = Endpoints.listed(json);
        return IntStream.range(0, all.size())
                .mapToObj(i -> new OwnPhone(endpoints.get(i), OnOff.said(all.get(i), "autoAndForcedAnswerEnabled")))
                .toList();
    }
}

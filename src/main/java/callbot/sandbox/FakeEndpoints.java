package callbot.sandbox;

import callbot.http.Response;
import callbot.json.Json;

/** The lists of endpoints on which a person's calls can be taken. */
final class FakeEndpoints {

    static final String READ = "spark:telephony_config_read";
    static final String READ_AS_ADMIN = "spark-admin:telephony_config_read";

    private FakeEndpoints() {}

    /** All of them, and which is preferred. */
    static Response of(Person person) {
        return Ask.answer(
                200,
                Json.object()
                        .put(
                                "preferredAnswerEndpointId",
                                person.preferredEndpoint().id())
                        .put(
                                "endpoints",
                                person.requireLine().endpoints().stream()
                                        .map(Endpoint::toJson)
                                        .toList()));
    }

    /** All of them, each with whether it is preferred. */
    static Response available(Person person) {
        return Ask.answer(
                200,
                Json.object()
                        .put(
                                "endpoints",
                                person.requireLine().endpoints().stream()
                                        .map(endpoint -> endpoint.toJson()
                                                .put(
                                                        "isPreferredAnswerEndpoint",
                                                        endpoint.equals(person.preferredEndpoint())))
                                        .toList()));
    }

    /** The preferred one. */
    static Response preferred(Person person) {
        return Ask.answer(200, person.preferredEndpoint().toJson());
    }
}

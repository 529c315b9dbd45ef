package callbot.webex.calling;

import static callbot.fuzz.FuzzTarget.require;
import static callbot.webex.WebexAnswers.isId;
import static callbot.webex.WebexAnswers.read;

import callbot.json.Json;
import callbot.webex.WebexAnswers;
import java.util.List;
import java.util.Locale;

/** What Webex answers about calls, and what was recorded of them. */
public final class CallingAnswers {

    private CallingAnswers() {}

    /** Reads the answer as each of them. */
    public static void check(Json answer) {
        read(answer, Call::from).ifPresent(CallingAnswers::holds);
        read(answer, Endpoints::listed).ifPresent(CallingAnswers::holds);
        read(answer, HistoryRecord::from).ifPresent(CallingAnswers::holds);
        read(answer, CallRecording::from).flatMap(any -> any).ifPresent(one -> {
            isId(one.id());
            one.time().ifPresent(WebexAnswers::canBeShown);
        });
        read(answer, RecordingLinks::from)
                .flatMap(RecordingLinks::audio)
                .ifPresent(link -> require("https".equalsIgnoreCase(link.getScheme()), "no link: " + link));
        read(answer, VoiceMessage::from).flatMap(any -> any).ifPresent(CallingAnswers::holds);
        read(answer, Conference::from)
                .flatMap(any -> any)
                .ifPresent(one -> one.participants().forEach(other -> isId(other.callId())));
    }

    private static void holds(Call call) {
        isId(call.id());
        CallKey key = call.key();
        require(new CallKey(key.text()).equals(key), "the key of a key is another: " + key);
        holds(call.remote());
        call.answered().ifPresent(WebexAnswers::canBeShown);
        call.created().ifPresent(WebexAnswers::canBeShown);
    }

    private static void holds(HistoryRecord past) {
        holds(past.party());
        past.time().ifPresent(WebexAnswers::canBeShown);
    }

    private static void holds(VoiceMessage message) {
        holds(message.from());
        message.created().ifPresent(WebexAnswers::canBeShown);
        message.duration().ifPresent(time -> require(!time.isNegative(), "it ended before it began"));
    }

    private static void holds(Party party) {
        require(!party.described().isBlank() && !party.title().isBlank(), "it has no name at all");
        require(party.isKnown() == (party.name().isPresent() || party.number().isPresent()), "it is known or not");
    }

    /** Each can be told from the others. */
    public static void holds(List<Endpoint> endpoints) {
        long names = endpoints.stream()
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        long ids = endpoints.stream().map(Endpoint::id).distinct().count();
        require(names >= ids, "two have one name: " + endpoints);
    }
}

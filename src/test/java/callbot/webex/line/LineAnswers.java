package callbot.webex.line;

import static callbot.fuzz.FuzzTarget.require;
import static callbot.webex.WebexAnswers.isId;
import static callbot.webex.WebexAnswers.read;

import callbot.json.Json;
import callbot.webex.WebexAnswers;
import callbot.webex.calling.CallingAnswers;

/** What Webex answers about what is set for a line. */
public final class LineAnswers {

    private LineAnswers() {}

    /** Reads the answer as each of them. */
    public static void check(Json answer) {
        read(answer, DoNotDisturb::from);
        read(answer, VoicemailSettings::from);
        read(answer, ReachNumber::from).flatMap(any -> any).ifPresent(one -> isId(one.id()));
        read(answer, SingleNumberReach::from);
        read(answer, SimultaneousRing::from);
        read(answer, PersonalAssistant::from).flatMap(PersonalAssistant::until).ifPresent(WebexAnswers::canBeShown);
        read(answer, BlockedNumber::from).flatMap(any -> any).ifPresent(one -> isId(one.id()));
        read(answer, AgentQueues::from).ifPresent(all -> all.queues().forEach(one -> isId(one.id())));
        read(answer, CallerIdChoice::from)
                .flatMap(any -> any)
                .ifPresent(one -> one.id().ifPresent(WebexAnswers::isId));
        read(answer, CallerIdHiding::from);
        read(answer, OwnPhone::listed)
                .ifPresent(all -> CallingAnswers.holds(
                        all.stream().map(OwnPhone::endpoint).toList()));
        read(answer, AnswerPhone::listed)
                .ifPresent(all -> CallingAnswers.holds(
                        all.stream().map(AnswerPhone::endpoint).toList()));
        read(answer, Forwarding::from).ifPresent(LineAnswers::holds);
    }

    private static void holds(Forwarding forwarding) {
        for (Forwarding.When when : Forwarding.When.values()) {
            require(
                    Json.parse(Forwarding.change(when, forwarding.rule(when)).toString())
                                    .at("callForwarding")
                                    .names()
                                    .size()
                            == 1,
                    "more is changed than one rule");
        }
    }
}

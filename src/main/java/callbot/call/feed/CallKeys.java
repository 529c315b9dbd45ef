package callbot.call.feed;

import callbot.call.Devices;
import callbot.call.JustBegun;
import callbot.call.Monitoring;
import callbot.call.ShownCalls;
import callbot.call.card.FollowedCalls;
import callbot.store.StateStore;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys under which it is remembered what is a person's own. */
public final class CallKeys {

    private CallKeys() {}

    /** All of one person; to find them costs what they are. */
    public static Stream<String> of(StateStore store, String person) {
        String calls = FollowedCalls.CALL + person + ":";
        Stream<String> ofCalls = store.keys(calls).stream()
                .flatMap(key -> Stream.of(key, FollowedCalls.OPEN + person + "/" + key.substring(calls.length())));
        return Stream.of(
                        ofCalls,
                        store.keys(JustBegun.BEGUN + person + ":").stream(),
                        Stream.of(Monitoring.MODE, Devices.CHOSEN, ShownCalls.SHOWN, UnheardCalls.TOLD)
                                .map(family -> family + person))
                .flatMap(keys -> keys);
    }

    /** All people of whom something is remembered. */
    public static Set<String> people(StateStore store) {
        return Stream.of(Monitoring.MODE, Devices.CHOSEN, ShownCalls.SHOWN, FollowedCalls.OPEN)
                .flatMap(family -> store.keys(family).stream().map(key -> key.substring(family.length())))
                .map(rest -> rest.split("/")[0])
                .collect(Collectors.toSet());
    }
}

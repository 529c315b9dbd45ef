package callbot.call;

import callbot.json.Json;
import callbot.signin.AccessTokens;
import callbot.signin.Scope;
import callbot.store.StateStore;
import callbot.webex.WebexException;
import callbot.webex.calling.Endpoint;
import callbot.webex.calling.Endpoints;
import callbot.webex.messaging.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** On which of a user's devices calls shall ring and be answered; Webex chooses, unless the user has. */
public final class Devices {

    /** What its keys begin with. */
    public static final String CHOSEN = "device:";

    private static final int FORBIDDEN = 403;

    private final Endpoints endpoints;
    private final AccessTokens tokens;
    private final StateStore store;

    /** A device, as far as a command needs to know it. */
    public record Device(String endpointId, String name) {

        static Device parse(String stored) {
            Json json = Json.parse(stored);
            return new Device(json.requireText("id"), json.requireText("name"));
        }
    }

    /** Which device was meant. */
    public sealed interface Meant {

        /** This one; absent if Webex shall choose. */
        record This(Optional<Device> device) implements Meant {}

        /** None of these, or several of them. */
        record Unclear(String name, List<Endpoint> all) implements Meant {}
    }

    /** Devices of whoever has signed in. */
    public Devices(Endpoints endpoints, AccessTokens tokens, StateStore store) {
        this.endpoints = endpoints;
        this.tokens = tokens;
        this.store = store;
    }

    /**
     * The devices on which the user's calls can ring.
     *
     * @throws WebexException above all if the user's permission does not include to see them
     */
    public List<Endpoint> list(String personId) {
        return tokens.actAs(personId, List.of(Scope.DEVICES), token -> {
            try {
                return endpoints.mine(token);
            } catch (WebexException.Refused e) {
                if (e.status() != FORBIDDEN) throw e;
                return endpoints.of(token, personId); // an administrator may ask so
            }
        });
    }

    /** The device that is named, or else the one that the user has chosen for good. */
    public Meant meant(Caller caller, Optional<String> name) {
        return name.map(given -> find(given, list(caller.personId()))).orElseGet(() -> new Meant.This(caller.chosen()));
    }

    /** Uses the device of this name from now on. */
    public Meant choose(String personId, String name) {
        Meant meant = find(name, list(personId));
        if (meant instanceof Meant.This(Optional<Device> device)) {
            device.ifPresent(one -> store.put(
                    key(personId),
                    Json.object()
                            .put("id", one.endpointId())
                            .put("name", one.name())
                            .toString(),
                    StateStore.FOREVER));
        }
        return meant;
    }

    /** The device that the user has chosen; absent if none is. */
    public Optional<Device> chosen(String personId) {
        return store.get(key(personId)).map(Device::parse);
    }

    /** Leaves it to Webex from now on. */
    public void forget(String personId) {
        store.delete(key(personId));
    }

    static String key(String personId) {
        return CHOSEN + Person.key(personId);
    }

    /** The whole name wins; otherwise it is enough that one name has these words in it. */
    private static Meant find(String name, List<Endpoint> all) {
        String wanted = name.toLowerCase(Locale.ROOT).strip();
        List<Endpoint> exact = all.stream()
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
        List<Endpoint> found = exact.isEmpty()
                ? all.stream().filter(one -> matches(one, wanted)).toList()
                : exact;
        if (found.size() != 1) return new Meant.Unclear(name, all);
        Endpoint one = found.getFirst();
        return new Meant.This(Optional.of(new Device(one.id(), one.name())));
    }

    private static boolean matches(Endpoint endpoint, String wanted) {
        String kind = endpoint.isApplication() ? " app" : " phone";
        return (endpoint.name() + kind).toLowerCase(Locale.ROOT).contains(wanted);
    }
}

package callbot.sandbox.wire;

import callbot.json.Json;
import callbot.sandbox.api.Api;
import callbot.sandbox.traffic.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which piece of work something belongs to. The bot says so in the tracking id of each request; a delivery has the id of
 * its event; what is written down belongs to the event that it is about, or to that of the thread that writes.
 */
final class Correlation {

    private static final Pattern TRACKING_ID = Pattern.compile("callbot_([0-9a-f]{8})_\\d+");
    private static final Pattern THREAD = Pattern.compile("[0-9a-f]{8}");
    private static final int CORRELATION_ID = 8;
    private static final int MEMORY = 1000;

    private final LinkedHashMap<String, Optional<String>> ownMessages = new LinkedHashMap<>();
    private final EventNames names;

    Correlation(EventNames names) {
        this.names = names;
    }

    /**
     * The bot has written a message, of which Webex tells it in turn.
     *
     * @param event the piece of work that this event would be
     * @param command the one that has caused it; absent if none has
     */
    record OwnMessage(String event, Optional<String> command) {}

    /** The piece of work; absent if no event has caused this. */
    Optional<String> of(Exchange exchange) {
        return switch (exchange.direction()) {
            case TO_WEBEX ->
                Optional.of(tracking(exchange))
                        .map(TRACKING_ID::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> matcher.group(1));
            case TO_BOT ->
                names.ofBody()
                        .apply(exchange.requestBody())
                        .flatMap(id -> ownMessages.getOrDefault(id, Optional.of(id)));
        };
    }

    /** The piece of work; absent if no event has caused this. */
    Optional<String> of(StoreChange change) {
        String name = change.key().substring(change.key().lastIndexOf(':') + 1);
        if (change.kind().equals(StoreChange.EVENT)) return Optional.of(name.substring(0, CORRELATION_ID));
        return Optional.of(change.thread())
                .filter(thread -> THREAD.matcher(thread).matches());
    }

    /** If this is how the bot has written a message: which events of it belong to what it was written for. */
    Optional<OwnMessage> ownMessage(Exchange exchange) {
        boolean isOne = exchange.direction() == Exchange.Direction.TO_WEBEX
                && exchange.method().equals("POST")
                && exchange.target().equals(Api.ROOT + "/messages")
                && exchange.status() == 200;
        if (!isOne) return Optional.empty();
        Optional<OwnMessage> own = Json.parse(exchange.responseBody())
                .text("id")
                .map(id -> new OwnMessage(names.ofMessage().apply(id), of(exchange)));
        own.ifPresent(this::remember);
        return own;
    }

    private void remember(OwnMessage own) {
        ownMessages.put(own.event(), own.command());
        if (ownMessages.size() > MEMORY) ownMessages.pollFirstEntry();
    }

    private static String tracking(Exchange exchange) {
        return exchange.requestHeaders().getOrDefault("trackingid", List.of()).stream()
                .findFirst()
                .orElse("");
    }
}

package callbot.call.card;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.FuzzTarget;
import callbot.json.Json;
import callbot.json.JsonException;
import callbot.webhook.WebhookEvent;
import callbot.webhook.WebhookEvent.CallChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The events of a call, a line each, in any order and number: they come to one view, which is stored and read as it was. What is
 * stored in another way is said to be unreadable.
 */
public final class FollowedCallFuzz implements FuzzTarget {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public List<byte[]> seeds() {
        List<String> events = Stream.of(
                        "CallsCreatedReceived", "CallsUpdatedRinging", "CallsUpdatedAnswered", "CallsDeleted")
                .map(name -> Json.parse(
                                String.join("", FuzzTarget.lines("contract/deliveries/telephony" + name + ".json")))
                        .toString())
                .toList();
        List<byte[]> seeds = new ArrayList<>(FuzzTarget.inputs(events.stream()));
        seeds.addAll(FuzzTarget.inputs(Stream.of(String.join("\n", events), stored(views(String.join("\n", events))))));
        return seeds;
    }

    @Override
    public void check(byte[] input) {
        String text = FuzzTarget.text(input);
        List<CallView> views = views(text);
        if (!views.isEmpty()) {
            CallView all = folded(views);
            Collections.reverse(views);
            require(folded(views).equals(all), "in another order they come to another end");
            require(all.and(all).equals(all), "seen twice it is another");
            FollowedCall call = FollowedCall.of(all);
            require(
                    FollowedCall.parse(call.stored()).equals(call),
                    "it is not read as it was written: " + call.stored());
        }
        try {
            FollowedCall call = FollowedCall.parse(text);
            require(
                    FollowedCall.parse(call.stored()).equals(call),
                    "it is not read as it was written: " + call.stored());
        } catch (JsonException | IllegalArgumentException | NoSuchElementException e) {
            return; // it was stored by another version
        }
    }

    private static String stored(List<CallView> views) {
        return FollowedCall.of(folded(views))
                .showing(Optional.of(new LivingCard.Shown("message", "room", 2, "face", false)))
                .stored();
    }

    private static CallView folded(List<CallView> views) {
        return views.stream().reduce(CallView::and).orElseThrow();
    }

    private static List<CallView> views(String text) {
        List<CallView> views = new ArrayList<>();
        text.lines().limit(20).forEach(line -> {
            WebhookEvent event = WebhookEvent.parse(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (event instanceof CallChanged call) views.add(CallView.of(call, NOW));
        });
        return views;
    }
}

package callbot.call.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of all views of calls, whatever they show: their order and number make no difference. */
class CallAlgebraTest {

    private final AnyView any = new AnyView(new Random(5));

    @Test
    void whicheverComesFirstMakesNoDifference() {
        for (int i = 0; i < 20_000; i++) {
            CallView one = any.next();
            CallView two = any.next();
            assertEquals(one.and(two), two.and(one));
        }
    }

    @Test
    void howTheyAreGroupedMakesNoDifference() {
        for (int i = 0; i < 20_000; i++) {
            CallView one = any.next();
            CallView two = any.next();
            CallView three = any.next();
            assertEquals(one.and(two).and(three), one.and(two.and(three)));
        }
    }

    @Test
    void whatIsSeenTwiceMakesNoDifference() {
        for (int i = 0; i < 20_000; i++) {
            CallView one = any.next();
            CallView both = one.and(any.next());
            assertEquals(one, one.and(one));
            assertEquals(both, both.and(one));
        }
    }

    @Test
    void theCallThatTheUserThinksOfIsAlwaysTheSameOne() {
        for (int i = 0; i < 5_000; i++) {
            CallView one = any.next();
            CallView two = any.next();
            assertEquals(one.and(two).leg(), two.and(one).leg());
        }
    }

    @Test
    void isReadAsItWasStored() {
        for (int i = 0; i < 5_000; i++) {
            CallView view = any.next();
            assertEquals(view, CallView.parse(Json.parse(view.stored().toString())));
        }
    }

    @Test
    void ofEachLegTheNewestFortyMomentsAreKept() {
        boolean hadMore = false;
        for (int i = 0; i < 1_000; i++) {
            Leg one = any.next().legs().get("a");
            Leg two = any.next().legs().get("a");
            TreeSet<Moment> all = new TreeSet<>(one.moments());
            all.addAll(two.moments());
            hadMore |= all.size() > 40;
            while (all.size() > 40) all.removeFirst();
            assertEquals(all, one.and(two).moments());
        }
        assertTrue(hadMore, "or this shows nothing");
    }

    @Test
    void aCallWithoutALegIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new CallView(new TreeMap<>()));
    }

    /** An incoming call that was answered, as recorded at Webex. */
    @Test
    void aUsualCallTakesLessThanAKilobyte() {
        CallView view = Stream.of("CreatedReceived", "UpdatedRinging", "UpdatedAnswered", "Deleted")
                .map(Trace::recorded)
                .map(Trace::view)
                .reduce(CallView::and)
                .orElseThrow();
        var card = new LivingCard.Shown(idOfWebex("MESSAGE"), idOfWebex("ROOM"), 3, "0123456789abcdef", true);
        String stored = FollowedCall.of(view).showing(Optional.of(card)).stored();
        assertTrue(stored.getBytes(StandardCharsets.UTF_8).length < 1024, stored);
    }

    private static String idOfWebex(String type) {
        byte[] id = ("ciscospark://us/" + type + "/01234567-89ab-cdef-0123-456789abcdef").getBytes();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}

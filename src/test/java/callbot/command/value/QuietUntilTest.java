package callbot.command.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietUntilTest {

    @ParameterizedTest
    @CsvSource({
        "14:00, 2026-03-04T13:20+01:00[Europe/Berlin], 2026-03-04T13:00:00Z",
        "13:20, 2026-03-04T13:20+01:00[Europe/Berlin], 2026-03-05T12:20:00Z",
        "09:00, 2026-03-04T13:20+01:00[Europe/Berlin], 2026-03-05T08:00:00Z",
        "02:30, 2026-03-28T22:00+01:00[Europe/Berlin], 2026-03-29T01:30:00Z", // there is no such time that night
        "09:00, 2026-03-28T22:00+01:00[Europe/Berlin], 2026-03-29T07:00:00Z"
    })
    void aTimeOfDayIsTheNextOne(LocalTime said, ZonedDateTime now, Instant end) {
        assertEquals(Optional.of(end), new QuietUntil.Clock(said).end(now));
    }

    @Test
    void aTimeIsCountedFromNow() {
        ZonedDateTime now = ZonedDateTime.parse("2026-03-28T22:00+01:00[Europe/Berlin]");
        assertEquals(
                Optional.of(Instant.parse("2026-03-29T05:00:00Z")), new QuietUntil.After(Duration.ofHours(8)).end(now));
        assertEquals(Optional.empty(), new QuietUntil.Told().end(now));
    }

    @Test
    void nobodyIsLeftAloneForNoTimeOrForEver() {
        assertThrows(IllegalArgumentException.class, () -> new QuietUntil.After(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new QuietUntil.After(Duration.ofDays(8)));
    }
}

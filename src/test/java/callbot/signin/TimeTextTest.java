package callbot.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {

    @ParameterizedTest(name = "{1} is {2} when it is {0}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-18T15:00Z[UTC]                       | 2026-03-18T14:20:59Z | today 14:20
            2026-03-18T15:00Z[UTC]                       | 2026-03-18T00:00:00Z | today 00:00
            2026-03-18T15:00Z[UTC]                       | 2026-03-18T23:59:59Z | today 23:59
            2026-03-18T15:00Z[UTC]                       | 2026-03-17T23:59:59Z | yesterday 23:59
            2026-03-18T15:00Z[UTC]                       | 2026-03-17T00:00:00Z | yesterday 00:00
            2026-03-18T15:00Z[UTC]                       | 2026-03-16T23:59:00Z | Monday 23:59
            2026-03-18T15:00Z[UTC]                       | 2026-03-12T09:00:00Z | Thursday 09:00
            2026-03-18T15:00Z[UTC]                       | 2026-03-11T23:59:00Z | 11 March 2026 23:59
            2026-03-18T15:00Z[UTC]                       | 2025-12-31T17:05:00Z | 31 December 2025 17:05
            2026-03-18T15:00Z[UTC]                       | 2026-03-19T08:00:00Z | tomorrow 08:00
            2026-03-18T15:00Z[UTC]                       | 2026-03-20T08:00:00Z | 20 March 2026 08:00
            2026-03-18T00:30+01:00[Europe/Berlin]        | 2026-03-17T23:10:00Z | today 00:10
            2026-03-18T00:30+01:00[Europe/Berlin]        | 2026-03-17T22:59:00Z | yesterday 23:59
            2026-03-17T16:30-07:00[America/Los_Angeles]  | 2026-03-17T07:00:00Z | today 00:00
            2026-03-17T16:30-07:00[America/Los_Angeles]  | 2026-03-17T06:59:00Z | yesterday 23:59
            2026-03-18T05:15+05:45[Asia/Kathmandu]       | 2026-03-17T18:15:00Z | today 00:00
            2026-03-29T12:00+02:00[Europe/Berlin]        | 2026-03-29T00:30:00Z | today 01:30
            2026-03-29T12:00+02:00[Europe/Berlin]        | 2026-03-29T01:30:00Z | today 03:30
            2026-03-30T00:10+02:00[Europe/Berlin]        | 2026-03-28T23:30:00Z | yesterday 00:30
            2026-01-01T00:10Z[UTC]                       | 2025-12-31T23:00:00Z | yesterday 23:00
            """)
    void saysATimeAsPeopleDo(ZonedDateTime now, Instant time, String said) {
        assertEquals(said, new TimeText(now).of(time));
    }

    @Test
    void speaksEnglishWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.JAPAN);
        try {
            TimeText times = new TimeText(ZonedDateTime.parse("2026-03-18T15:00Z[UTC]"));
            assertEquals("Monday 09:00", times.of(Instant.parse("2026-03-16T09:00:00Z")));
            assertEquals("1 March 2026 09:00", times.of(Instant.parse("2026-03-01T09:00:00Z")));
        } finally {
            Locale.setDefault(machine);
        }
    }
}

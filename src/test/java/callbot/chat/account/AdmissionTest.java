package callbot.chat.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import callbot.MovableClock;
import callbot.webex.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {

    private final MovableClock clock = new MovableClock();

    @ParameterizedTest
    @CsvSource({
        "ana@example.com,        true",
        "ANA@EXAMPLE.COM,        true",
        "bob@Example.Org,        true",
        "bob@example.com,        false",
        "ana@example.com.evil,   false",
        "ana@notexample.org,     false",
        "ana@sub.example.org,    false",
        "example.org@evil.com,   false",
        "ana@example.org@evil.com, false",
        "root@admin.example,     true",
        "ROOT@admin.example,     true",
        "other@admin.example,    false",
        "ana@sub.example.net,     true",
        "ana@a.b.example.net,     true",
        "ana@example.net,         false",
        "ana@notexample.net,      false",
        "\u212ain@example.net,        false",
        "an\u212a@example.com,        false",
        "an\u0131@Example.com,        false",
        "x@ana@example.com,       false",
        "ana@example.com\u200b,       false",
        "'',                     false"
    })
    void admitsWhoIsListedByAddressOrDomainAndTheAdministrators(String email, boolean admitted) {
        assertEquals(
                admitted,
                admission("Ana@example.com", "EXAMPLE.org", "ank@example.com", ".example.net")
                        .admits(email));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.com", "anybody@anywhere.example", ""})
    void admitsEverybodyIfNobodyIsListed(String email) {
        assertEquals(true, admission().admits(email));
    }

    @ParameterizedTest
    @CsvSource({"root@admin.example, true", "Root@Admin.Example, true", "ana@admin.example, false", "'', false"})
    void knowsTheAdministratorsWhateverTheCase(String email, boolean admin) {
        assertEquals(admin, admission().isAdmin(email));
    }

    @Test
    void strangersAreHeardOnceAnHourSoThatTheyAreTold() {
        Admission admission = admission("example.com");
        assertTrue(admission.letsIn("ana", Optional.of("ana@example.com")));
        assertTrue(admission.letsIn("ana", Optional.of("ana@example.com")));
        assertTrue(admission.letsIn("eve", Optional.of("eve@example.org")));
        assertFalse(admission.letsIn("eve", Optional.of("eve@example.org")));
        assertTrue(admission.letsIn("mallory", Optional.of("mallory@example.org")));
        clock.advance(Duration.ofMinutes(61));
        assertTrue(admission.letsIn("eve", Optional.of("eve@example.org")));
    }

    private Admission admission(String... allowed) {
        return new Admission(
                List.of(allowed), List.of("root@ADMIN.example"), null, null, new Secret("bot-t0ken"), clock);
    }
}

package callbot.webex.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

    @Test
    void capitalsDoNotTellAddressesApartButOtherLettersDo() {
        assertEquals(Email.of("ana@example.com"), Email.of("ANA@Example.COM"));
        assertNotEquals(Email.of("ank@example.com"), Email.of("an\u212a@example.com"));
        assertNotEquals(Email.of("ana@i.example"), Email.of("ana@\u0130.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@",
                "ana@",
                "@example.com",
                "x@ana@example.com",
                "a b@example.com",
                "<a@b.c>",
                "a@b.c,d@e.f",
                "a@b\n"
            })
    void anythingElseIsNoAddress(String written) {
        assertEquals(Optional.empty(), Email.of(written));
    }

    @ParameterizedTest
    @CsvSource({
        "robot@webex.bot,       true",
        "Robot@WEBEX.Bot,       true",
        "robot@sparkbot.io,     true",
        "robot@notwebex.bot,    false",
        "ana@webex.bot.example, false"
    })
    void botsAreKnownByTheirDomain(String written, boolean bot) {
        assertEquals(bot, new Email(written).isOfABot());
    }
}

package callbot.sandbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The page itself is tried in a real browser, which not everybody has who builds the bot. */
class PageInBrowserTest {

    private static final Path SCRIPT = Path.of("src/test/browser/run");

    @Test
    void everyChangeIsTriedInABrowser() throws IOException {
        assertTrue(Files.isExecutable(SCRIPT));
        assertTrue(Files.readString(Path.of(".ci/run")).contains(SCRIPT.toString()));
    }

    @Test
    void thisBuildHasNotTriedIt() {
        String why = "The sandbox's page was not tried in a browser: " + SCRIPT
                + " does that; it needs target/callbot.jar, Node and Chromium.";
        System.out.println(why); // Maven counts what is skipped, and keeps the reason to itself
        Assumptions.abort(why);
    }
}

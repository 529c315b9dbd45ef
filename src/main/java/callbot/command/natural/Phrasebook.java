package callbot.command.natural;

import java.util.ArrayList;
import java.util.List;

/**
 * What people say for each command: the whole of what the bot knows of natural words, as a text to be read and added to.
 *
 * <p>A line that begins with a slash, or with a bracket for what is but polite, names a command and what its button says. Under
 * it, {@code =} lists phrases that mean it for certain, and {@code ~} those that may mean it, which are never done but
 * offered. In a phrase {@code it} stands for "him", "them" and the like, and for the call as well; "the" and "my" may always be
 * left out. What stands in angle brackets is whatever the user says there, and goes where the command has its star.
 */
final class Phrasebook {

    static final String GREETING = "(greeting)";
    static final String THANKS = "(thanks)";

    private static final String BOOK = CallPhrasebook.BOOK
            + AccountPhrasebook.BOOK
            + ConferencePhrasebook.BOOK
            + LinePhrasebook.BOOK
            + AwayPhrasebook.BOOK
            + ReachPhrasebook.BOOK
            + RecordingPhrasebook.BOOK
            + PhonesPhrasebook.BOOK;

    private Phrasebook() {}

    /**
     * A command and how people say it.
     *
     * @param command as it is typed, with a star for what people say themselves; in brackets what is but polite
     * @param title what its button says
     */
    record Entry(String command, String title, List<String> certain, List<String> likely) {}

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String line : BOOK.lines().toList()) {
            if (line.startsWith("=")) entries.getLast().certain().addAll(phrases(line));
            else if (line.startsWith("~")) entries.getLast().likely().addAll(phrases(line));
            else {
                String[] cells = line.split(" \\| ");
                entries.add(new Entry(cells[0], cells[cells.length - 1], new ArrayList<>(), new ArrayList<>()));
            }
        }
        return entries;
    }

    private static List<String> phrases(String line) {
        return List.of(line.substring(2).split(", "));
    }
}

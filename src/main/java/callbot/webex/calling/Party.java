package callbot.webex.calling;

import callbot.json.Json;
import callbot.text.OthersText;
import java.text.Bidi;
import java.util.Optional;

/**
 * The other side of a call, as far as it lets itself be known.
 *
 * @param name absent if unknown or withheld; a long one is cut
 * @param number a number or address; absent if unknown or withheld, or too long to be one, as half a number is another's
 */
public record Party(Optional<String> name, Optional<String> number) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NUMBER = 128;

    static Party from(Json json) {
        return new Party(present(json, "name"), present(json, "number").filter(text -> text.length() <= LONGEST_NUMBER))
                .shortened(LONGEST_NAME);
    }

    /** The same, with a name of so many characters at most. */
    public Party shortened(int most) {
        return new Party(name.map(whole -> OthersText.cut(whole, most)), number);
    }

    /** Name and number, as much of it as is known. */
    public String described() {
        if (name.isPresent() && number.isPresent() && !name.equals(number))
            return name.map(Party::leftToRightAfter).get() + " (" + number.get() + ")";
        return name.or(() -> number).orElse("a private caller");
    }

    /** Whether anything is known of who it is. */
    public boolean isKnown() {
        return name.isPresent() || number.isPresent();
    }

    /** What stands above all else that is known, as a title: the name, or else the number. */
    public String title() {
        return name.or(() -> number).orElse("Private caller");
    }

    /** A number that follows a name in Arabic or Hebrew would be written backwards. */
    private static String leftToRightAfter(String name) {
        return Bidi.requiresBidi(name.toCharArray(), 0, name.length()) ? name + "\u200e" : name;
    }

    private static Optional<String> present(Json json, String field) {
        return json.text(field).map(OthersText::onOneLine).filter(text -> !text.isBlank());
    }
}

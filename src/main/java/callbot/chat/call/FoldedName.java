package callbot.chat.call;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A name as names are compared: without accents, in small letters, one blank between its words.
 *
 * @param text a name in any form
 */
record FoldedName(String text) {

    FoldedName(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .codePoints()
                .filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
                .map(sign -> Character.isLetterOrDigit(sign) || "-'’".indexOf(sign) >= 0 ? sign : ' ')
                .forEach(folded::appendCodePoint);
        this.text = String.join(
                " ", List.of(folded.toString().toLowerCase(Locale.ROOT).strip().split(" +")));
    }

    /** Whether each word of the other name begins one of these: "bob" and "brown, b" are both Bob Brown. */
    boolean isMeantBy(FoldedName said) {
        List<String> words = words();
        return said.words().stream().allMatch(word -> words.stream().anyMatch(own -> own.startsWith(word)));
    }

    private List<String> words() {
        return List.of(text.split(" "));
    }
}

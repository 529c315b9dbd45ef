package callbot.command.natural;

import callbot.command.Remark;
import callbot.command.Remark.NotUnderstood.Offer;
import java.util.List;

/** What came of reading a line of natural words. */
public sealed interface Meaning {

    /**
     * It means just this.
     *
     * @param wished whether it tells what somebody would like, rather than what shall be done
     */
    record Certain(Offer what, boolean wished) implements Meaning {}

    /** It may mean any of these. */
    record Likely(List<Offer> offers) implements Meaning {

        public Likely {
            offers = List.copyOf(offers);
        }
    }

    /** It asks for nothing. */
    record Polite(Remark.Courtesy.Kind kind) implements Meaning {}

    /** It means nothing that could be done here. */
    record Nothing() implements Meaning {}
}

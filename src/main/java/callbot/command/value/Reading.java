package callbot.command.value;

import java.util.Collection;
import java.util.List;

/** What came of reading a text as something that can be dialled. */
public sealed interface Reading {

    /** It can mean only this. */
    record One(DialString number) implements Reading {}

    /** It can mean any of these, two to five: whoever wrote it must say which. */
    record Several(List<DialString> all) implements Reading {

        /** Nobody is asked to choose among more. */
        private static final int MOST = 5;

        public Several {
            all = List.copyOf(all);
            if (all.size() < 2 || all.size() > MOST) throw new IllegalArgumentException("not several: " + all);
        }
    }

    /** It means nothing that can be dialled, for this reason: part of a sentence, without a full stop. */
    record None(String why) implements Reading {}

    /** All that it can mean. */
    default List<DialString> numbers() {
        return switch (this) {
            case One(DialString number) -> List.of(number);
            case Several(List<DialString> all) -> all;
            case None none -> List.of();
        };
    }

    /** What came of it if these are all that it can mean, with a reason in case they are none. */
    static Reading of(Collection<DialString> numbers, String whyNone) {
        List<DialString> all = numbers.stream().distinct().toList();
        if (all.isEmpty()) return new None(whyNone);
        if (all.size() > Several.MOST) return new None("that may be many numbers; write only one");
        return all.size() == 1 ? new One(all.getFirst()) : new Several(all);
    }
}

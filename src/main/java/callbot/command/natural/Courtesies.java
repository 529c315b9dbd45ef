package callbot.command.natural;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What people say around what they want. */
final class Courtesies {

    private static final int LONGEST = 6;

    private final Set<String> inFront = list("""
            please, kindly, hey, hi, hello, okay, so, well, now, just, then, and, yes, yeah, yep, yo, alright, right, quick
            quickly, sorry, actually, bot, robot, dear, can you, could you, would you, will you, go ahead and, you can
            be so kind and, be so good and, excuse me, thanks, i said, oh, good morning, i want you to, i need you to, all right
            i would like you to, try to, great, cool, good, perfect""");
    private final Set<String> atTheEnd = list("""
            please, now, right now, for me, thanks, thank you, asap, immediately, quick, quickly, then, okay, will you, would you
            can you, could you, bot, already, at once, if you can, if possible, mate, man, right away, for us
            thanks a lot, real quick, if you would, thank you very much, many thanks""");
    private final Set<String> wishes = list("""
            i want to, i would like to, i need to, i have to, i must, i got to, let me, let us, can i, may i, could i, we should
            i should, i will, i am going to, what about, how about, want to, need to, time to, shall we, can we, could we
            you should, i think, i would love to, i wish to, i am trying to, i just want to, i like to, should we, do you want to""");
    private final Set<String> questions = list("""
            how do i, how can i, how to, how do you, how does one, how do we, how could i, how would i, how should i
            is it possible to, what do i do to, tell me how to, show me how to, explain how to, help me, i want to know how to
            what must i do to, help with, help me with""");

    /**
     * What somebody asks for.
     *
     * @param what without what is but polite; perhaps nothing
     * @param wished whether it tells what somebody would like, rather than what shall be done
     */
    record Ask(Wording what, boolean wished) {}

    /** All words that are said so. */
    Stream<String> words() {
        return Stream.of(inFront, atTheEnd, wishes, questions)
                .flatMap(Set::stream)
                .flatMap(filler -> Stream.of(filler.split(" ")));
    }

    /** Takes off what is but polite, in front and at the end. */
    Ask takenOff(Wording line) {
        int from = 0;
        int to = line.words().size();
        boolean wished = false;
        for (int polite = 1, wish = 1; polite + wish > 0; from += polite + wish) {
            polite = inFront(line, from, to, inFront);
            wish = polite > 0 ? 0 : inFront(line, from, to, wishes);
            wished |= wish > 0;
        }
        for (int polite = 1; polite > 0; to -= polite) polite = atTheEnd(line, from, to);
        return new Ask(line.part(from, to), wished);
    }

    /** What somebody asks how to do; nothing if it is no such question. */
    Wording asked(Wording line) {
        int size = line.words().size();
        int question = inFront(line, 0, size, questions);
        return question == 0 ? line.part(0, 0) : line.part(question, size);
    }

    private static int inFront(Wording line, int from, int to, Set<String> phrases) {
        for (int size = Math.min(LONGEST, to - from); size > 0; size--)
            if (phrases.contains(line.joined(from, from + size))) return size;
        return 0;
    }

    private int atTheEnd(Wording line, int from, int to) {
        for (int size = Math.min(LONGEST, to - from); size > 0; size--)
            if (atTheEnd.contains(line.joined(to - size, to))) return size;
        return 0;
    }

    private static Set<String> list(String text) {
        Set<String> all = new HashSet<>();
        for (String line : text.split("\n")) all.addAll(Set.of(line.split(", ")));
        return all;
    }
}

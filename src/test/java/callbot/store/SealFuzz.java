package callbot.store;

import static callbot.fuzz.FuzzTarget.require;

import callbot.fuzz.Choices;
import callbot.fuzz.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Sealed values: one opens under its own name alone, as it was, and nothing else opens at all. */
public final class SealFuzz implements FuzzTarget {

    private final Seal seal = Seal.of("0123456789abcdefghijklmnopqrstuvwxyz");
    private final Seal other = Seal.of("zyxwvutsrqponmlkjihgfedcba9876543210");

    @Override
    public List<byte[]> seeds() {
        return List.of(
                "\5\1\4\0name2:AAAA a value".getBytes(StandardCharsets.UTF_8),
                ("\0\0\3\0key" + seal.seal("key", "value")).getBytes(StandardCharsets.UTF_8),
                "\0\0\0\0".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void check(byte[] input) {
        Choices choices = new Choices(input);
        int place = choices.any();
        int change = 1 + choices.below(255);
        String name = new String(choices.bytes(300), StandardCharsets.UTF_8);
        String value = new String(choices.rest(), StandardCharsets.UTF_8);

        Optional<String> opened = seal.open(name, value); // it may be sealed already
        require(opened.isEmpty() || value.equals(seal.seal(name, opened.get())), "something else opens: " + value);
        String sealed = seal.seal(name, value);
        require(sealed.equals(seal.seal(name, value)), "it looks different each time");
        require(seal.open(name, sealed).equals(Optional.of(value)), "it is not read as it was written");
        require(seal.open(name + "x", sealed).isEmpty(), "it opens under another name");
        require(other.open(name, sealed).isEmpty(), "it opens with another key");
        char[] changed = sealed.toCharArray();
        changed[place % changed.length] ^= (char) change;
        require(
                seal.open(name, new String(changed)).isEmpty() || isLastOfBase64(place % changed.length, changed),
                "it opens after it was changed");
    }

    /** The last letter of base64 has bits that mean nothing. */
    private static boolean isLastOfBase64(int place, char[] sealed) {
        return place >= sealed.length - 3 && sealed[sealed.length - 1] == '=';
    }
}

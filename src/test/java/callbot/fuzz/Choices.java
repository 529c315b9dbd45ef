package callbot.fuzz;

import java.util.Arrays;

/** Takes an input for a list of choices, so that whoever changes its bytes changes what is done. Behind its end all are 0. */
public final class Choices {

    private final byte[] input;
    private int next;

    /** The choices in this input. */
    public Choices(byte[] input) {
        this.input = input;
    }

    /** Whether there are any left. */
    public boolean hasMore() {
        return next < input.length;
    }

    /** A number from 0 to 255. */
    public int any() {
        return hasMore() ? input[next++] & 0xFF : 0;
    }

    /** A number from 0 on, and below this one, which is at most 65,536. */
    public int below(int bound) {
        return bound <= 1 ? 0 : (any() | (bound > 256 ? any() << 8 : 0)) % bound;
    }

    /** At most so many bytes. */
    public byte[] bytes(int most) {
        int end = Math.min(input.length, next + below(most + 1));
        byte[] bytes = Arrays.copyOfRange(input, next, Math.max(next, end));
        next = Math.max(next, end);
        return bytes;
    }

    /** All that is left. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(input, Math.min(next, input.length), input.length);
        next = input.length;
        return rest;
    }
}

package callbot.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes inputs that are like some given ones: bytes changed, cut out, doubled, and pieces of others put in. */
final class Mutations {

    private static final int LONGEST = 1 << 14;

    /** What has led programs astray. */
    private static final List<byte[]> ODD = FuzzTarget.inputs(List.of(
            "",
            "\0",
            "\n",
            "\r\n",
            "\"",
            "\\",
            "{}",
            "[]",
            "null",
            "true",
            "-1",
            "0",
            "1e999",
            "9223372036854775808",
            "%",
            "%zz",
            "=",
            "&",
            ";",
            ",",
            "<",
            ">",
            "'",
            "$",
            "#",
            " ",
            "\u00a0",
            "\u200b",
            "\u202e",
            "\ufeff",
            "é",
            "😀",
            "\\ud800",
            "+",
            "(0)",
            "/",
            ":",
            "@",
            "ext",
            "x",
            "2038-01-19T03:14:07Z",
            "+999999999-12-31T23:59:59-18:00")
            .stream());

    private final List<byte[]> seeds;
    private final RandomGenerator random;

    Mutations(List<byte[]> seeds, RandomGenerator random) {
        this.seeds = seeds;
        this.random = random;
    }

    byte[] next() {
        byte[] input = seed();
        int times = 1 + random.nextInt(6);
        for (int i = 0; i < times; i++) input = changed(input);
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    /** An input of this length, which is a good one with something in it over and over again. */
    byte[] pumped(int length) {
        byte[] seed = seed();
        int from = random.nextInt(seed.length + 1);
        byte[] piece = random.nextBoolean()
                ? ODD.get(1 + random.nextInt(ODD.size() - 1))
                : Arrays.copyOfRange(seed, from, Math.min(seed.length, from + 1 + random.nextInt(8)));
        if (piece.length == 0) piece = new byte[] {' '};
        byte[] many = new byte[Math.max(0, length - seed.length)];
        for (int i = 0; i < many.length; i++) many[i] = piece[i % piece.length];
        return replaced(seed, from, from, many);
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + random.nextInt(1 + random.nextInt(40)));
        byte[] piece = Arrays.copyOfRange(input, from, to);
        return switch (random.nextInt(7)) {
            case 0 -> replaced(input, from, to, new byte[0]);
            case 1 -> replaced(input, from, from, piece);
            case 2 -> replaced(input, from, to, ODD.get(random.nextInt(ODD.size())));
            case 3 -> replaced(input, from, to, pieceOf(seed()));
            case 4 -> replaced(input, from, Math.min(input.length, from + 1), new byte[] {(byte) random.nextInt(256)});
            case 5 -> replaced(input, from, from, repeated(piece));
            default -> replaced(input, from, input.length, pieceOf(seed()));
        };
    }

    private byte[] seed() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] pieceOf(byte[] input) {
        int from = random.nextInt(input.length + 1);
        return Arrays.copyOfRange(input, from, from + random.nextInt(input.length - from + 1));
    }

    private byte[] repeated(byte[] piece) {
        List<byte[]> many = new ArrayList<>();
        int times = 1 + random.nextInt(50);
        for (int i = 0; i < times; i++) many.add(piece);
        return joined(many);
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
        return joined(List.of(Arrays.copyOf(input, from), by, Arrays.copyOfRange(input, to, input.length)));
    }

    private static byte[] joined(List<byte[]> pieces) {
        byte[] all = new byte[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (byte[] piece : pieces) {
            System.arraycopy(piece, 0, all, at, piece.length);
            at += piece.length;
        }
        return all;
    }
}

package callbot.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody may have meant. */
record Nearest(String typed) {

    private static final int MOST_EDITS = 2;

    /** The most similar of these words, if it takes at most two edits and most of the word stays. */
    Optional<String> among(Collection<String> words) {
        return words.stream()
                .filter(word -> Math.abs(word.length() - typed.length()) <= MOST_EDITS)
                .filter(word -> edits(word) <= Math.min(MOST_EDITS, word.length() / 2))
                .min(Comparator.comparing(this::edits));
    }

    /** How many letters must be inserted, removed, changed or swapped with their neighbour (Damerau and Levenshtein). */
    private int edits(String word) {
        int[][] cost = new int[typed.length() + 1][word.length() + 1];
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= word.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, word, i, j);
            }
        }
        return cost[typed.length()][word.length()];
    }

    private int cheapest(int[][] cost, String word, int i, int j) {
        boolean same = typed.charAt(i - 1) == word.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1
                && j > 1
                && typed.charAt(i - 1) == word.charAt(j - 2)
                && typed.charAt(i - 2) == word.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}

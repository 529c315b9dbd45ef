package callbot.command.value;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that somebody may have meant. */
public record Nearest(String typed) {

    private static final int MOST_EDITS = 2;

    /** In a shorter word, another letter makes another word. */
    private static final int SHORTEST_WITH_ANOTHER_LETTER = 4;

    /** The most similar of these words, if it takes at most two edits and most of the word stays. */
    public Optional<String> among(Collection<String> words) {
        return words.stream()
                .filter(word -> Math.abs(word.length() - typed.length()) <= MOST_EDITS)
                .filter(word -> edits(word) <= Math.min(MOST_EDITS, word.length() / 2))
                .min(Comparator.comparing(this::edits));
    }

    /** Whether a single letter is missing, too many, another one, or has changed places with its neighbour. */
    public boolean isOneSlipFrom(String word) {
        int longer = word.length() - typed.length();
        if (Math.abs(longer) > 1 || typed.length() < 2) return false;
        int same = 0;
        int shorter = Math.min(word.length(), typed.length());
        while (same < shorter && word.charAt(same) == typed.charAt(same)) same++;
        if (longer > 0) return typed.length() > 2 && word.startsWith(typed.substring(same), same + 1);
        if (longer < 0) return word.length() > 2 && typed.startsWith(word.substring(same), same + 1);
        if (same == shorter) return false;
        boolean swapped = same + 1 < shorter
                && word.charAt(same) == typed.charAt(same + 1)
                && word.charAt(same + 1) == typed.charAt(same)
                && word.startsWith(typed.substring(same + 2), same + 2);
        return swapped
                || shorter >= SHORTEST_WITH_ANOTHER_LETTER && word.startsWith(typed.substring(same + 1), same + 1);
    }

    /** Whether it is written with other letters, and not only with another order or number of them. */
    public boolean hasOtherLetters(String word) {
        return word.length() == typed.length()
                && !word.chars()
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(typed.chars().sorted().boxed().toList());
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

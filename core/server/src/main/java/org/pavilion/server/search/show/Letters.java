package org.pavilion.server.search.show;

import java.util.Arrays;

/** How far two words are apart. */
final class Letters {
    private Letters() {}

    /** Whether so many insertions, deletions, replacements or swaps make one the other. */
    static boolean within(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return false;
        }
        var rows = new int[3][b.length() + 1];
        Arrays.setAll(rows[0], j -> j);
        for (int i = 1; i <= a.length(); i++) {
            var row = rows[i % 3];
            var above = rows[(i + 2) % 3];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + (same ? 0 : 1));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], rows[(i + 1) % 3][j - 2] + 1);
                }
            }
        }
        return rows[a.length() % 3][b.length()] <= limit;
    }
}

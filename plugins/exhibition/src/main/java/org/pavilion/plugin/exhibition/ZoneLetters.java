package org.pavilion.plugin.exhibition;

/** The first part of a stand's code: A to Y for zones in order, then AA, AB …; Z is the general area. */
final class ZoneLetters {
    /** Stands of exhibitors that no zone is known of. */
    static final String GENERAL = "Z";

    private static final int BASE = 25;

    private ZoneLetters() {}

    static String of(int index) {
        var last = String.valueOf((char) ('A' + index % BASE));
        return index < BASE ? last : of(index / BASE - 1) + last;
    }

    static int index(String letters) {
        int index = 0;
        for (int i = 0; i < letters.length(); i++) {
            index = index * BASE + (letters.charAt(i) - 'A') + (i + 1 < letters.length() ? 1 : 0);
        }
        return index;
    }
}

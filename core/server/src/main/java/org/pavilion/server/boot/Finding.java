package org.pavilion.server.boot;

/**
 * One line of {@code doctor}.
 *
 * @param mend the command that puts it right; empty when nothing is wrong
 */
record Finding(Verdict verdict, String what, String detail, String mend) {
    enum Verdict {
        GOOD,
        POOR,
        BAD
    }

    static Finding good(String what, String detail) {
        return new Finding(Verdict.GOOD, what, detail, "");
    }

    /** Works, but not for everything. */
    static Finding poor(String what, String detail, String mend) {
        return new Finding(Verdict.POOR, what, detail, mend);
    }

    /** The house cannot open. */
    static Finding bad(String what, String detail, String mend) {
        return new Finding(Verdict.BAD, what, detail, mend);
    }
}

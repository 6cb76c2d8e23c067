package org.pavilion.broken.server.settings;

/** Breaks rule 9: its package has no {@code @NullMarked}. */
final class Unmarked {
    private Unmarked() {}
}

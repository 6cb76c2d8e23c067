package org.pavilion.server.search;

import java.util.Locale;

/** How a hit was found, so that a page can say when it is not what was typed. */
enum Via {
    EXACT,
    PINYIN,
    TYPO,
    LOOSE;

    /** The word used in JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

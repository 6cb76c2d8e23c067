package org.pavilion.plugin.scifi;

import java.util.Arrays;
import java.util.Optional;
import org.pavilion.api.Text;

/** An answer to "when will it be real?", from nearest to farthest. */
enum Horizon {
    NOW("now", "现在已经有了", "It exists today"),
    BY_2030("by-2030", "2030 年以前", "By 2030"),
    BY_2035("by-2035", "2035 年以前", "By 2035"),
    BY_2050("by-2050", "2050 年以前", "By 2050"),
    LATER("later", "2050 年以后", "After 2050"),
    NEVER("never", "永远不会", "Never");

    private final String code;
    private final String zh;
    private final String en;

    Horizon(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /** The spelling in forms, JSON and rows. */
    String code() {
        return code;
    }

    Text label() {
        return new Text(zh, en);
    }

    static Optional<Horizon> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}

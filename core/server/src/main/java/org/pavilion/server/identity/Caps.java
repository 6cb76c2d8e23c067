package org.pavilion.server.identity;

import java.util.Set;
import org.pavilion.api.Permission;

/**
 * What a sanction leaves. Silenced: whatever only looks, which the last word of a right says ({@code
 * view}, {@code read}, {@code query}, {@code watch}), and one's own affairs. Banned: public pages and
 * the appeal.
 */
final class Caps {
    private static final Set<String> LOOKS = Set.of("view", "read", "query", "watch");
    private static final Set<String> OWN = Set.of("profile:edit", "sanction:appeal");
    private static final Set<String> PUBLIC = Set.of("expo:view", "search:query", "sanction:appeal");

    private Caps() {}

    static boolean leaves(Sanction.Kind kind, Permission action) {
        return switch (kind) {
            case WARNING -> true;
            case TIMEOUT, SILENCE -> OWN.contains(action.name()) || LOOKS.contains(lastWord(action.name()));
            case BAN -> PUBLIC.contains(action.name());
        };
    }

    private static String lastWord(String name) {
        int at = Math.max(name.lastIndexOf(':'), name.lastIndexOf('.'));
        return name.substring(at + 1);
    }
}

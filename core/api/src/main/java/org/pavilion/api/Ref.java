package org.pavilion.api;

import java.util.Optional;

/**
 * A reference to any object of the house, written {@code type:id}. Type: {@code [a-z][a-z0-9-]*};
 * id: 1–128 characters of {@code A-Z a-z 0-9 . _ -}.
 */
@Stable
public record Ref(String type, String id) {
    public Ref {
        if (!isType(type) || !isId(id)) {
            throw Problem.invalid("", "not a reference: " + type + ":" + id);
        }
    }

    /** Reads {@code type:id}. */
    public static Ref of(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw Problem.invalid("", "not a reference: " + text);
        }
        return new Ref(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The reference of these parts; empty when they cannot be one. */
    public static Optional<Ref> find(String type, String id) {
        return isType(type) && isId(id) ? Optional.of(new Ref(type, id)) : Optional.empty();
    }

    private static boolean isType(String type) {
        if (type.isEmpty() || type.length() > 40 || type.charAt(0) < 'a' || type.charAt(0) > 'z') {
            return false;
        }
        return type.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    private static boolean isId(String id) {
        return !id.isEmpty()
                && id.length() <= 128
                && id.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || c == '-'
                                || c == '_'
                                || c == '.');
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}

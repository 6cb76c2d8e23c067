package org.pavilion.api;

/** A declared right, {@code prefix:action}. {@link #PUBLIC} is the explicit choice of no right at all. */
@Stable
public record Permission(String name) {
    /** Anybody, signed in or not. */
    public static final Permission PUBLIC = new Permission("public");

    public Permission {
        if (!name.equals("public") && !name.matches("[a-z][a-z0-9-]*:[a-z][a-z0-9.-]*")) {
            throw new IllegalArgumentException("a permission is written prefix:action, not " + name);
        }
    }
}

package org.pavilion.api;

/**
 * Where a right holds: a path such as {@code edition/ed-1/hall/h1/booth/b-1}. A grant covers what
 * lies below its own scope; {@link #EXPO} covers everything.
 */
@Stable
public record Scope(String path) {
    /** The whole house. */
    public static final Scope EXPO = new Scope("");

    public Scope {
        if (!path.isEmpty() && !path.matches("[a-z][a-z0-9-]*/[A-Za-z0-9._-]+(/[a-z][a-z0-9-]*/[A-Za-z0-9._-]+)*")) {
            throw new IllegalArgumentException("not a scope path: " + path);
        }
    }

    /** The scope of one object below this one. */
    public Scope in(String kind, String id) {
        return new Scope(path.isEmpty() ? kind + "/" + id : path + "/" + kind + "/" + id);
    }

    /** Whether this scope is the other one or lies above it. */
    public boolean covers(Scope other) {
        return path.isEmpty() || other.path.equals(path) || other.path.startsWith(path + "/");
    }
}

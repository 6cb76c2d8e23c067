package org.pavilion.api;

import java.util.Set;

/** The search groups that may find a document: {@code pub}, {@code role:moderator}, {@code user:…}. */
@Stable
public record Visibility(Set<String> groups) {
    public static final Visibility PUBLIC = new Visibility(Set.of("pub"));

    public Visibility {
        groups = Set.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("a document nobody may find needs no document");
        }
    }
}

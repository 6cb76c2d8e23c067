package org.pavilion.api;

/** Rendered HTML: the inside of {@code <main>}, or a fragment with empty title and description. */
@Stable
public record Html(String title, String description, String body) {

    /** A part that shows nothing. */
    public static Html empty() {
        return new Html("", "", "");
    }
}

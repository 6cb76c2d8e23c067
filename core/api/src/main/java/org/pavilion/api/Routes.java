package org.pavilion.api;

/** The plugin's JSON API below {@code /api/plugins/{id}}. */
@Stable
public interface Routes {
    Routes add(Route route);
}

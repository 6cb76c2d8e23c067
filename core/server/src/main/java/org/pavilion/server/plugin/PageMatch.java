package org.pavilion.server.plugin;

import java.util.Map;
import org.pavilion.api.Permission;
import org.pavilion.api.Route;

/** The page that answers a path, with the values of its {@code {param}} segments. */
public record PageMatch(String pattern, Permission needs, Route.Handler handler, Map<String, String> parameters) {
    public PageMatch {
        parameters = Map.copyOf(parameters);
    }
}

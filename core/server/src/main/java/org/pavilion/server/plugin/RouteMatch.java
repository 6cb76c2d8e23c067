package org.pavilion.server.plugin;

import java.util.Map;
import org.pavilion.api.Route;

/** The route that answers a path, with the values of its {@code {param}} segments. */
public record RouteMatch(Route route, Map<String, String> parameters) {
    public RouteMatch {
        parameters = Map.copyOf(parameters);
    }
}

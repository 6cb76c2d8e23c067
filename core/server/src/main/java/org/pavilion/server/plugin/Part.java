package org.pavilion.server.plugin;

import org.pavilion.api.Html;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;

/** What a plugin adds to a page the house owns. Parts stand by {@code order}, then plugin id. */
public record Part(Mount mount, String slot, int order, Route.Handler handler) {
    /** Renders through the plugin's gate; throws {@link Problem} for every failure. */
    public Html render(Request request) {
        return switch (mount.call(handler, request)) {
            case Response.Page page -> page.html();
            case Response.NoContent nothing -> Html.empty();
            case Response.Json other -> throw notPage();
            case Response.Created other -> throw notPage();
            case Response.Redirect other -> throw notPage();
            case Response.Stream other -> throw notPage();
            case Response.Blob other -> throw notPage();
        };
    }

    private Problem notPage() {
        return new Problem("plugin.fault", 500, "a part of " + slot + " answers no page");
    }
}

package org.pavilion.server.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Html;
import org.pavilion.api.Problem;
import org.pavilion.api.Request;
import org.pavilion.api.Templates;
import org.pavilion.server.plugin.PluginHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders core templates and the parts that plugins add to core pages. */
record Parts(PluginHost plugins, Templates templates, SessionCookies cookies) implements PageTools {
    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    @Override
    public Html render(Request request, String name, Record model) {
        return templates.render(request, name, model);
    }

    @Override
    public List<Part> parts(String slot, Request request, Map<String, String> query) {
        var seen = new PartRequest(request, Map.copyOf(query), Optional.empty());
        return plugins.parts(slot).stream()
                .map(part -> new Part(part.mount().info().id(), one(part, seen)))
                .filter(part -> !part.html().body().isBlank())
                .toList();
    }

    /** A failing part costs its own box: the page goes on without it. */
    private static Html one(org.pavilion.server.plugin.Part part, Request request) {
        try {
            return part.render(request);
        } catch (Problem e) {
            log.warn("{} left out of {}: {}", part.mount().info().id(), part.slot(), e.code());
            return Html.empty();
        }
    }
}

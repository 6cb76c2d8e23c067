package org.pavilion.server.http;

import java.util.List;
import java.util.Map;
import org.pavilion.api.Html;
import org.pavilion.api.Request;

/** What a core page handler works with besides its request. */
public interface PageTools {
    /** Renders {@code org.pavilion.server.http.tpl.<name>} with the parameters {@code View view} and {@code model}. */
    Html render(Request request, String name, Record model);

    /**
     * The parts that running plugins contribute to a slot, in order; empty and failing ones are left
     * out. {@code query} replaces the query parameters the parts see.
     */
    List<Part> parts(String slot, Request request, Map<String, String> query);

    /** Sessions of browsers. */
    SessionCookies cookies();

    /** One rendered part and the plugin it comes from. */
    record Part(String plugin, Html html) {}
}

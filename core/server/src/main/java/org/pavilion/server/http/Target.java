package org.pavilion.server.http;

import java.util.Map;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.json.Json;

/**
 * What answers one request: a route or page of the house or of a plugin.
 *
 * @param template path with its parameters, for metrics and limits
 * @param json the mapper of whoever owns the records
 */
record Target(
        String template,
        Permission needs,
        Route.Where where,
        Limits limits,
        boolean page,
        Json json,
        Map<String, String> parameters,
        Call call) {
    @FunctionalInterface
    interface Call {
        Response on(Request request) throws Exception;
    }
}

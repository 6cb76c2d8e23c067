package org.pavilion.server.http;

import org.pavilion.api.Permission;
import org.pavilion.api.Route;

/** A page of the house itself: answers GET at {@code path} and below {@code /en}. */
public record CorePage(String path, Permission needs, Route.Where where, Route.Handler handler) {

    /** A page that needs its right in the whole expo. */
    public CorePage(String path, Permission needs, Route.Handler handler) {
        this(path, needs, new Route.Where.Expo(), handler);
    }
}

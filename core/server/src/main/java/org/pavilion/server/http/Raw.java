package org.pavilion.server.http;

import org.pavilion.api.Permission;

/**
 * An endpoint that speaks HTTP itself: cookies, event streams, text formats.
 *
 * @param counted whether calls count against the caller's general rate
 */
record Raw(String template, Permission needs, boolean counted, Handler handler) {
    @FunctionalInterface
    interface Handler {
        void serve(Exchange exchange) throws Exception;
    }
}

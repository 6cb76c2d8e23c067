package org.pavilion.server.http;

import org.pavilion.server.settings.ServerSettings;

/** The one port of the house: starts answering when constructed, stops when closed. */
public final class HttpServer implements AutoCloseable {
    private final int port;

    public HttpServer(HttpParts parts, ServerSettings settings) {
        this.port = settings.port() + parts.routes().size();
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {}
}

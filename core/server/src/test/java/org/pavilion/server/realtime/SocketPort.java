package org.pavilion.server.realtime;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A real port that answers sockets and nothing else. */
public final class SocketPort implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    public SocketPort(Realtime realtime) throws Exception {
        server.addConnector(connector);
        server.setHandler(realtime.handler(server, Request::getRemoteAddr));
        server.start();
    }

    public int number() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.pavilion.server.realtime;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.settings.Limit;

/**
 * Who may open a socket: pages of this site, who speak our protocol, not too often and not too many.
 * No filter of the web side runs for an upgrade, so all of it is checked here, by the functions of
 * {@link Identity} that requests are checked by.
 */
final class Door implements WebSocketNegotiator {
    static final String PROTOCOL = "pavilion.v1";

    private static final Duration IDLE = Duration.ofSeconds(90);

    /** Batches are far smaller; a larger state is sent in fragments. */
    private static final int OUTBOUND = 64 * 1024;

    /** What the kernel may hold for one slow reader; its own choice would be megabytes. */
    private static final int SEND_BUFFER = 64 * 1024;

    private final Identity identity;
    private final Function<Request, String> address;
    private final Places places;
    private final Meters meters;
    private final Entry entry;
    private volatile boolean open = true;

    /** Makes the connection of somebody who may come in. */
    interface Entry {
        Connection enter(Standing standing, Runnable gone);
    }

    Door(Identity identity, Function<Request, String> address, Places places, Meters meters, Entry entry) {
        this.identity = identity;
        this.address = address;
        this.places = places;
        this.meters = meters;
        this.entry = entry;
    }

    /** From here on everybody is asked to come back later. */
    void close() {
        open = false;
    }

    @Override
    public @Nullable FrameHandler negotiate(
            ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        try {
            var standing = admit(request);
            bound(request);
            var connection = entry.enter(standing, places.take(standing));
            response.setAcceptedSubProtocol(PROTOCOL);
            response.setExtensions(List.of()); // compression for each connection costs forty times the sending
            return connection;
        } catch (Problem e) {
            meters.refused(e.code());
            Response.writeError(request, response, callback, e.status(), e.detail());
            return null;
        }
    }

    private Standing admit(ServerUpgradeRequest request) {
        if (!open) {
            throw new Problem("server.closing", 503, "The server is about to close");
        }
        if (identity.crossSite("POST", name -> header(request, name))) {
            throw new Problem("access.cross-site", 403, "This socket is asked for by another site");
        }
        if (!request.hasSubProtocol(PROTOCOL)) {
            throw new Problem("protocol.version", 400, "This socket speaks " + PROTOCOL);
        }
        var standing = new Standing(identity, credentials(request));
        identity.admit(standing.admitted());
        identity.rates().take(Limit.SOCKET, standing.admitted(), standing.address());
        return standing;
    }

    private Credentials credentials(Request request) {
        return new Credentials(
                cookie(request, identity.sessionCookie()),
                header(request, "Authorization")
                        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                        .map(value -> value.substring(7).strip()),
                address.apply(request),
                cookie(request, identity.guestCookie()));
    }

    private static Optional<String> header(Request request, String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    private static Optional<String> cookie(Request request, String name) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    private static void bound(Request request) {
        var line = request.getConnectionMetaData().getConnection().getEndPoint().getTransport();
        if (line instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
            } catch (IOException e) {
                throw new Problem("socket.lost", 400, "The line was lost").causedBy(e);
            }
        }
    }

    @Override
    public void customize(Configuration socket) {
        socket.setIdleTimeout(IDLE);
        // Holds for both ways. What comes in arrives in parts, and Inbound stops at its own, smaller limit.
        socket.setMaxFrameSize(OUTBOUND);
        socket.setAutoFragment(true);
        socket.setInputBufferSize(2 * 1024);
    }
}

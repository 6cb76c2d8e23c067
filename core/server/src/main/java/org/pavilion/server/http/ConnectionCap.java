package org.pavilion.server.http;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.pavilion.server.settings.ServerSettings;

/**
 * Closes new connections of an address that already holds more than its share. The machine itself,
 * trusted proxies and the venue's networks stand for many visitors and are not counted.
 */
final class ConnectionCap implements Connection.Listener {
    private static final int MOST = 256;

    private final Map<String, Integer> open = new ConcurrentHashMap<>();
    private final Map<Connection, String> holders = new ConcurrentHashMap<>();
    private final List<Network> exempt;

    ConnectionCap(ServerSettings settings) {
        var networks = new java.util.ArrayList<>(Network.of(settings.trustedProxies()));
        networks.addAll(Network.of(settings.onSiteNetworks()));
        exempt = List.copyOf(networks);
    }

    @Override
    public void onOpened(Connection connection) {
        address(connection).ifPresent(address -> {
            holders.put(connection, address);
            if (open.merge(address, 1, Integer::sum) > MOST) {
                connection.close();
            }
        });
    }

    /** A closed socket no longer knows its peer, so the address was kept. */
    @Override
    public void onClosed(Connection connection) {
        var address = holders.remove(connection);
        if (address != null) {
            open.computeIfPresent(address, (a, count) -> count <= 1 ? null : count - 1);
        }
    }

    private Optional<String> address(Connection connection) {
        if (connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
                && remote.getAddress() != null
                && !remote.getAddress().isLoopbackAddress()) {
            var address = remote.getAddress().getHostAddress();
            return exempt.stream().anyMatch(network -> network.contains(address))
                    ? Optional.empty()
                    : Optional.of(address);
        }
        return Optional.empty();
    }
}

package org.pavilion.server.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.pavilion.api.Problem;
import org.pavilion.server.settings.ServerSettings;

/** Whether the door can be hung where the settings say, asked before anything is built behind it. */
final class Ports {
    private Ports() {}

    static void requireFree(ServerSettings settings) {
        if (settings.port() == 0) {
            return;
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port()));
        } catch (UnknownHostException e) {
            throw new Problem("start.host", 400, "no interface is called " + settings.host());
        } catch (IOException e) {
            throw new Problem(
                    "start.port",
                    409,
                    "port " + settings.port() + " on " + settings.host() + " cannot be used (" + e.getMessage()
                            + "); choose another with --port");
        }
    }
}

package org.pavilion.server.plugin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.pavilion.server.settings.ServerSettings;

/** Decides whether a jar's code may run here, and by what right. */
final class Trust {
    private final BundledList bundled;
    private final boolean dev;
    private final Path keys;

    Trust(ServerSettings settings, BundledList bundled) {
        this.bundled = bundled;
        this.dev = settings.dev() && loopback(settings.host());
        this.keys = settings.data().resolve("secrets").resolve("plugin-keys");
    }

    /** {@code bundled}, {@code signed} or {@code dev}; throws {@code plugin.untrusted} (403). */
    String origin(PluginJar jar) {
        if (bundled.names(jar)) {
            return "bundled";
        }
        if (dev && !JarSeal.present(jar.entries())) {
            return "dev";
        }
        JarSeal.verify(jar.entries(), JarSeal.keys(keys));
        return "signed";
    }

    /** At a later start: what came bundled stays trusted by the record of it, a signature is checked again. */
    void again(PluginJar jar, String recorded) {
        if (!recorded.equals("bundled")) {
            origin(jar);
        }
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

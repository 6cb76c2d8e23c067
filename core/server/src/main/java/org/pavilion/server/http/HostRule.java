package org.pavilion.server.http;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.util.HostPort;
import org.pavilion.server.settings.ServerSettings;

/**
 * Which {@code Host} values are answered: localhost, the public name, the configured ones, and the
 * very address the connection came in on. A foreign name means DNS rebinding or a misrouted request.
 */
final class HostRule {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1");

    private final Set<String> names = new HashSet<>(LOCAL);

    HostRule(ServerSettings settings) {
        names.add(normal(settings.host()));
        settings.publicUrl().ifPresent(url -> names.add(normal(url.getHost())));
        settings.allowedHosts().forEach(host -> names.add(normal(new HostPort(host).getHost())));
        names.remove("0.0.0.0");
        names.remove("::");
    }

    /** @param localAddress IP address the connection was accepted on */
    boolean answers(String host, String localAddress) {
        var name = normal(host);
        return names.contains(name) || name.equals(normal(localAddress));
    }

    private static String normal(String host) {
        var text = host.toLowerCase(Locale.ROOT);
        return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    }
}

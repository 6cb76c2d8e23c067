package org.pavilion.server.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells a change that another site's page asks for. Fetch metadata decides where the browser sends
 * it, the origin where it does not; a cookie with neither is refused. No tokens in forms: pages stay
 * the same for everybody and work without scripts.
 */
final class CrossSite {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Optional<URI> publicUrl;

    CrossSite(Optional<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    boolean refused(String method, Function<String, Optional<String>> header) {
        if (SAFE.contains(method.toUpperCase(Locale.ROOT))) {
            return false;
        }
        var site = header.apply("Sec-Fetch-Site");
        if (site.isPresent()) {
            return !site.get().equals("same-origin");
        }
        var origin = header.apply("Origin");
        if (origin.isPresent()) {
            return !ours(origin.get(), header.apply("Host").orElse(""));
        }
        return header.apply("Cookie").isPresent();
    }

    /** Whether the origin is this server's own, for a request that was sent to {@code host}. */
    boolean ours(String origin, String host) {
        if (publicUrl.isPresent()) {
            var url = publicUrl.get();
            if (origin.equalsIgnoreCase(url.getScheme() + "://" + url.getAuthority())) {
                return true;
            }
            if ("https".equals(url.getScheme()) && !Addresses.isLoopbackHost(host)) {
                return false;
            }
        }
        return !host.isEmpty() && origin.equalsIgnoreCase("http://" + host);
    }
}

package org.pavilion.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The headers of every response, whoever answers it. */
final class SecurityHeaders {
    private static final String POLICY = "Content-Security-Policy";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Supplier<Set<String>> streams;
    private final String scripts;
    private volatile Policy policy;

    /** {@code streams} names the origins that rooms show pictures from. */
    SecurityHeaders(Frame.Build build, boolean https, Supplier<Set<String>> streams) {
        this.streams = streams;
        scripts = hash(build.importMap()) + " " + hash(build.themeScript());
        policy = new Policy(Set.of(), policy(Set.of()));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        if (https) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** The policy for a set of origins. */
    private record Policy(Set<String> origins, String text) {}

    void each(BiConsumer<String, String> put) {
        headers.forEach(put);
        var origins = streams.get();
        var known = policy;
        if (!known.origins().equals(origins)) {
            known = new Policy(origins, policy(origins));
            policy = known;
        }
        put.accept(POLICY, known.text());
    }

    private String policy(Set<String> origins) {
        var more = origins.stream().sorted().map(each -> " " + each).collect(Collectors.joining());
        return "default-src 'none'; script-src 'self' " + scripts
                + "; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:;"
                + " media-src 'self' blob:" + more + "; connect-src 'self' blob:" + more
                + "; worker-src 'self'; frame-src 'self';"
                + " font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'self'; report-uri /api/csp";
    }

    private static String hash(String script) {
        var digest = Hashes.sha256(script.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}

package org.pavilion.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The headers of every response, whoever answers it. */
final class SecurityHeaders {
    private final Map<String, String> headers = new LinkedHashMap<>();

    SecurityHeaders(Frame.Build build, boolean https) {
        headers.put("Content-Security-Policy", policy(build));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        if (https) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }

    void each(BiConsumer<String, String> put) {
        headers.forEach(put);
    }

    private static String policy(Frame.Build build) {
        return "default-src 'none'; script-src 'self' " + hash(build.importMap()) + " " + hash(build.themeScript())
                + "; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:;"
                + " media-src 'self' blob:; connect-src 'self' blob:; worker-src 'self'; frame-src 'self';"
                + " font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'self'; report-uri /api/csp";
    }

    private static String hash(String script) {
        var digest = Hashes.sha256(script.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }
}

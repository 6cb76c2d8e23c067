package org.pavilion.server.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where to go on after signing in: a path of this site, whatever somebody wrote into the link. */
final class OwnPath {
    private static final int LONGEST = 500;

    private OwnPath() {}

    /** The path, unless it could lead off the site or is no page. */
    static Optional<String> of(String wanted) {
        if (wanted.length() > LONGEST
                || !wanted.startsWith("/")
                || wanted.startsWith("//")
                || !wanted.chars()
                        .allMatch(c -> c > ' ' && c < 0x7F && c != '\\' && c != '"' && c != '<' && c != '>')) {
            return Optional.empty();
        }
        try {
            var uri = new URI(wanted);
            var path = uri.getPath();
            boolean own = !uri.isAbsolute()
                    && uri.getRawAuthority() == null
                    && path != null
                    && path.startsWith("/")
                    && !path.startsWith("//")
                    && !path.contains("\\");
            return own && !path.startsWith("/api/") ? Optional.of(wanted) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}

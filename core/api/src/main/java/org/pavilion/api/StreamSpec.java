package org.pavilion.api;

import java.net.URI;

/** Where a room's picture comes from. */
@Stable
public sealed interface StreamSpec {

    /** The house's own test picture with a running clock: for demos and rehearsals. */
    record TestCard() implements StreamSpec {}

    /**
     * An HLS playlist elsewhere. Only the visitor's browser fetches it, never the server; its host is
     * added to what pages may load.
     */
    record External(URI hls) implements StreamSpec {
        public External {
            var scheme = hls.getScheme();
            if (hls.getHost() == null
                    || hls.getUserInfo() != null
                    || !("https".equals(scheme) || "http".equals(scheme))) {
                throw Problem.invalid("/stream", "a stream is an http or https address without a password");
            }
        }
    }
}

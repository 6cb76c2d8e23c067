package org.pavilion.server.live.stream;

import java.util.Optional;

/**
 * A rendition.
 *
 * @param init file of its present header, for fragments of MP4
 * @param bandwidth in bits a second as the encoder says; 0 when it does not
 */
record TrackRow(
        String track,
        Optional<String> init,
        Optional<String> initHash,
        long bandwidth,
        Optional<String> resolution,
        Optional<String> codecs) {}

package org.pavilion.server.live.stream;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece of a rendition as it is kept.
 *
 * @param n order of arrival
 * @param name what the encoder calls it
 * @param file its name on the disk
 * @param init file of the header it needs
 * @param place its place among the pieces that were listed
 * @param sequence its number in the encoder's count
 * @param shownAt when its first picture was taken, by this server's clock
 * @param broken whether it does not go on where the piece before ended
 * @param breaks how many did not, up to this one
 */
record PieceRow(
        long n,
        String name,
        String file,
        long size,
        Instant at,
        Optional<String> init,
        Optional<Long> place,
        Optional<Long> sequence,
        Optional<Instant> shownAt,
        long durationMs,
        boolean broken,
        long breaks) {

    /** When its last picture ended. */
    Instant end() {
        return shownAt.orElse(at).plusMillis(durationMs);
    }

    String ending() {
        return file.substring(file.lastIndexOf('.') + 1);
    }
}

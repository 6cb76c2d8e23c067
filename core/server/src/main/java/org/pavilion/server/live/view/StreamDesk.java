package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * The pictures of a room as those who run it see them.
 *
 * @param phase of the room
 */
public record StreamDesk(String room, Text title, String phase, List<Site> sites) {

    /**
     * One site.
     *
     * @param site main or second
     * @param kind card, encoder, elsewhere or none
     * @param address of a playlist elsewhere
     * @param keyEnd last characters of the encoder's key; empty without a key
     * @param state waiting, receiving or lost
     * @param lastAt when the last piece came
     * @param missing pieces among the newest that the encoder counted and that never came
     * @param src the playlist for the preview
     */
    public record Site(
            String site,
            String kind,
            Text label,
            Optional<String> address,
            Optional<String> keyEnd,
            Optional<Instant> keyAt,
            String state,
            Optional<Instant> lastAt,
            long missing,
            long keptBytes,
            long keptMs,
            Optional<String> src,
            List<Rendition> renditions) {}

    /**
     * One rendition.
     *
     * @param bitrate mean of the newest pieces in bits a second
     * @param rates of the newest pieces in bits a second, oldest first
     */
    public record Rendition(String track, Optional<String> resolution, long bitrate, List<Long> rates) {}
}

package org.pavilion.server.live.room;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pavilion.api.Ref;

/**
 * Where a room's picture comes from.
 *
 * @param site main or second
 * @param kind card (the house's test picture), encoder (pushed to us), elsewhere or none
 * @param address of a playlist elsewhere
 * @param keyHash SHA-256 of the encoder's key; empty when nobody may push
 * @param keyEnd the last characters of the key, to tell it from another
 */
public record SiteRow(
        Ref room,
        String site,
        String kind,
        String labelZh,
        String labelEn,
        Optional<String> address,
        Optional<String> keyHash,
        Optional<String> keyEnd,
        Optional<Instant> keyAt) {
    public static final String MAIN = "main";
    public static final String SECOND = "second";
    public static final String CARD = "card";
    public static final String ENCODER = "encoder";
    public static final String ELSEWHERE = "elsewhere";
    public static final String NONE = "none";

    /** A site nobody named, without a key. */
    public static SiteRow of(Ref room, String site, String kind, Optional<String> address) {
        return new SiteRow(room, site, kind, "", "", address, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean shows() {
        return !kind.equals(NONE);
    }

    /** How far behind the room a viewer is. */
    Duration latency() {
        return kind.equals(ELSEWHERE) ? Duration.ofSeconds(12) : Duration.ofSeconds(6);
    }
}

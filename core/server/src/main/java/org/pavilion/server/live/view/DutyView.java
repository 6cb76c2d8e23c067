package org.pavilion.server.live.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who looks after a room now.
 *
 * @param mine whether the reader is on duty
 * @param handover what the team tells whoever comes next
 * @param claims items that somebody has in hand
 */
public record DutyView(boolean mine, List<OnDuty> people, Optional<Handover> handover, List<Claim> claims) {
    public record OnDuty(String name, Instant since) {}

    public record Handover(String note, String by, Instant at) {}

    /**
     * An item in somebody's hand, until then or until it is decided.
     *
     * @param item {@code question:id} or {@code message:id}
     * @param mine whether it is the reader's
     */
    public record Claim(String item, String by, boolean mine, Instant until) {}
}

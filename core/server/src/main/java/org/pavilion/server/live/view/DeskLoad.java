package org.pavilion.server.live.view;

/**
 * A room and what waits at its desk.
 *
 * @param held messages that wait for a moderator
 * @param queued questions that wait
 * @param reports messages that people reported and nobody has looked at
 */
public record DeskLoad(RoomCard card, int held, int queued, int reports) {
    public int waiting() {
        return held + queued + reports;
    }
}

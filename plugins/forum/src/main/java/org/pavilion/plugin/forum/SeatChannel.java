package org.pavilion.plugin.forum;

/** One way to be at a session that has a limit: {@code on-site} or {@code online}. */
public record SeatChannel(String channel, int capacity, int taken, int waiting) {
    public int left() {
        return capacity - taken;
    }
}

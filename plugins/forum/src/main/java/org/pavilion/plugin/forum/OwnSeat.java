package org.pavilion.plugin.forum;

/**
 * What one person reserved.
 *
 * @param ahead how many wait before them; 0 with a seat
 */
public record OwnSeat(String session, String channel, boolean waiting, int ahead) {}

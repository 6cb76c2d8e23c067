package org.pavilion.server.notify;

import org.pavilion.api.Text;

/**
 * A kind of notice that somebody has had, and how they want to hear of the next.
 *
 * @param example what the last one said
 */
public record KindChoice(String kind, Text example, Way way) {}

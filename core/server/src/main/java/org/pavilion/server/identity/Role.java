package org.pavilion.server.identity;

import org.pavilion.api.Text;

/**
 * A job at the expo, and with it the rights that name it.
 *
 * @param owner {@code core}, or the plugin that declared it
 * @param rank how high it stands: nobody gives a role above their own, or sanctions one at or above it
 * @param given whether people get it by a grant; the others come with what somebody is
 */
public record Role(String name, Text title, String owner, int rank, boolean given) {}

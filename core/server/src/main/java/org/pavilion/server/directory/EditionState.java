package org.pavilion.server.directory;

import org.pavilion.api.Edition;

/**
 * An edition as the organiser sees it.
 *
 * @param frozen whether nothing in it may change
 * @param chosen whether the organiser picked it as the one to show
 * @param version of its record, to change it by
 */
public record EditionState(Edition edition, boolean frozen, boolean chosen, long version) {}

package org.pavilion.server.directory;

import java.util.List;
import org.pavilion.api.Organisation;
import org.pavilion.api.Text;

/**
 * What making one of two records would move.
 *
 * @param names that the kept record gets as further names
 * @param roles and {@code editions} that it does not have yet
 */
public record OrganisationMerge(
        Organisation kept, Organisation gone, List<Text> names, List<String> roles, List<String> editions) {}

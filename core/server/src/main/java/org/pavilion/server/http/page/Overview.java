package org.pavilion.server.http.page;

import java.util.List;
import org.pavilion.server.search.MissedQuery;

/**
 * What the organiser's first page shows.
 *
 * @param faults plugins that failed, run with a fault, or do not fit this house
 */
public record Overview(long running, long faults, long documents, List<MissedQuery> missed) {}

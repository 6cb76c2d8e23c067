package org.pavilion.server.search;

import java.util.List;
import java.util.Optional;

/**
 * What the organiser sees of the index.
 *
 * @param state {@code serving}, {@code rebuilding} (the old index still serves) or {@code down}
 * @param documents objects and parts in the serving index
 * @param bytes size on disk
 * @param position log position that searches see
 * @param head newest position of the log
 * @param indexed objects written by a running rebuild so far
 * @param retrying objects whose source failed and is asked again later
 * @param types types served now
 * @param quarantined directory of the last broken index, kept for inspection
 * @param lastError why the last rebuild failed
 */
public record SearchStatus(
        String state,
        long documents,
        long bytes,
        long position,
        long head,
        long indexed,
        long retrying,
        List<String> types,
        Optional<String> quarantined,
        Optional<String> lastError) {}

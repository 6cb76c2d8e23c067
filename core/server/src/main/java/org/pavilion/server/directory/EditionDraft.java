package org.pavilion.server.directory;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.PartialDate;
import org.pavilion.api.Text;

/**
 * What an organiser says about an edition.
 *
 * @param status held, announced, referenced or open
 * @param zone IANA zone of the venue
 * @param format hybrid, online, on-site or unknown
 * @param boards ids of its boards in order
 */
public record EditionDraft(
        Text name,
        Text summary,
        int year,
        String status,
        Optional<PartialDate> start,
        Optional<PartialDate> end,
        String zone,
        String format,
        List<String> boards) {}

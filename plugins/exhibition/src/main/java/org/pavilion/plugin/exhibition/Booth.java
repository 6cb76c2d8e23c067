package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Text;

/**
 * One exhibitor's presence in one edition.
 *
 * @param exhibitor id of the organisation; empty for a generated exhibitor, which is no organisation
 * @param name the exhibitor's name
 * @param pitch one or two sentences of its own
 * @param zone id of the zone, when one is known
 * @param code number of the stand, e.g. {@code B-032}
 * @param synthetic true when exhibitor and booth are invented
 * @param derived true when it follows from the directory's record and not from a booth record
 */
public record Booth(
        String id,
        String edition,
        Optional<String> exhibitor,
        Text name,
        Text pitch,
        Optional<String> zone,
        String code,
        boolean synthetic,
        boolean derived,
        List<String> fields,
        List<String> tags,
        long version) {

    public Ref ref() {
        return new Ref("booth", id);
    }
}

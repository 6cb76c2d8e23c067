package org.pavilion.plugin.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A pilot reform or mechanism, as imported.
 *
 * @param leads ids of the organisations that lead
 * @param centres number of centres by kind
 */
public record Programme(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        String edition,
        List<String> leads,
        Optional<String> lead,
        Map<String, Integer> centres,
        List<Source> source) {

    Ref ref() {
        return new Ref("programme", id);
    }

    List<String> allLeads() {
        return lead.map(List::of).orElse(leads);
    }
}

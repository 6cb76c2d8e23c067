package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * Something shown: a product, technology, experience, achievement or standard.
 *
 * @param number order of arrival, never reused: what stable paging stands on
 * @param type product, technology, experience, achievement or standard
 * @param organisations ids of its makers or owners
 * @param zone id of the zone it was shown in, when stated or implied
 * @param zoneInferred true when the source implies the zone without stating it
 */
public record Item(
        long number,
        String id,
        String type,
        Text name,
        Text summary,
        List<String> editions,
        List<String> organisations,
        List<String> tags,
        List<String> fields,
        Optional<String> zone,
        boolean zoneInferred,
        List<UseCase> useCases,
        boolean synthetic,
        List<Source> sources,
        long version) {

    public Ref ref() {
        return new Ref("item", id);
    }
}

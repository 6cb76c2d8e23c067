package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A technology for transfer, as imported.
 *
 * @param item id of the exhibit it transfers
 * @param owner ids of the organisations that own it; empty when the source names none
 * @param offerInferred the source knows the technology, the listing itself is ours
 * @param trl technology readiness, 1–9
 * @param wanted kinds of partner sought
 * @param synthetic members that are invented
 */
public record Offer(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        Optional<String> item,
        List<String> owner,
        Optional<Boolean> ownerInferred,
        Optional<Boolean> offerInferred,
        List<String> fields,
        int trl,
        String priceMode,
        List<String> wanted,
        List<String> synthetic,
        String edition,
        List<Source> source) {

    public Ref ref() {
        return new Ref("offer", id);
    }
}

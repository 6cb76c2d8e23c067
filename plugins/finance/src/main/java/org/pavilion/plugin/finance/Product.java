package org.pavilion.plugin.finance;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * A finance product or platform, as imported. The source prints four traits and five features of one
 * platform; both lists are kept, neither is merged.
 *
 * @param provider id of the organisation that offers it
 * @param providerInferred how the provider was inferred, when the source does not state it
 * @param maxLoan largest single loan, a decimal string in yuan
 */
public record Product(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        String edition,
        List<String> traits4,
        List<String> traits5,
        Optional<String> maxLoan,
        Optional<String> rateRule,
        List<String> termFeatures,
        Optional<String> provider,
        Optional<String> providerInferred,
        List<Source> source) {

    Ref ref() {
        return new Ref("finance", id);
    }
}

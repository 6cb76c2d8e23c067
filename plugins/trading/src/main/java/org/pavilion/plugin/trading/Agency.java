package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Quantity;
import org.pavilion.api.Ref;
import org.pavilion.api.Source;
import org.pavilion.api.Text;

/**
 * An agency that brokers or transfers technology, as imported.
 *
 * @param org id of the organisation it belongs to
 * @param named false for a network whose members the source does not name
 */
public record Agency(
        String id,
        Optional<String> kind,
        Text name,
        Text summary,
        Optional<String> org,
        Optional<Network> network,
        List<String> groups,
        Optional<Quantity> count,
        Optional<Boolean> named,
        List<String> specialty,
        Optional<Boolean> synthetic,
        List<Source> source) {

    /** Partners as the source counts them. */
    public record Network(String firms, Quantity associations, int innovationCentres, int localParks, int investors) {}

    public Ref ref() {
        return new Ref("agency", id);
    }

    public boolean invented() {
        return synthetic.orElse(false);
    }

    public boolean networks() {
        return network.isPresent() || count.isPresent();
    }
}

package org.pavilion.plugin.trading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Quantity;
import org.pavilion.api.Text;

/**
 * Deal statistics of a scope. There is no figure over all types, and none over two currencies.
 *
 * @param types the types that have deals in the scope, published totals aside
 * @param totals the published totals of the scope, each with its named parts
 */
public record DealFigures(Scope scope, List<OfType> types, List<Sum> totals) {

    /**
     * What is counted.
     *
     * @param edition all editions when absent
     * @param hosted with the editions it hosts
     * @param editions ids of the editions that are counted; empty for all
     */
    public record Scope(Optional<String> edition, boolean hosted, List<String> editions) {
        boolean covers(Deal deal) {
            return edition.isEmpty() || editions.contains(deal.edition());
        }

        /** Its records, whatever their type. */
        public Selection all() {
            var bare = new Selection(Map.of());
            return edition.map(id -> hosted
                            ? bare.with("edition", id)
                            : bare.with("edition", id).with("scope", "own"))
                    .orElse(bare);
        }

        /** The records behind a figure of this type. */
        public Selection records(String type) {
            return all().with("type", type);
        }

        /** The records behind an amount of this type. */
        public Selection priced(String type) {
            return records(type).with("amount", "published");
        }

        /** The records behind a figure of one edition alone. */
        public Selection records(String type, String only) {
            return new Selection(Map.of())
                    .with("edition", only)
                    .with("scope", "own")
                    .with("type", type);
        }
    }

    /** The figures of one type of deal. */
    public record OfType(String type, Text name, Figure deals, List<Amount> amounts, List<OfEdition> editions) {
        public DealType dealType() {
            return DealType.of(type);
        }
    }

    /**
     * The published amounts in one currency, their sum, and the largest of them.
     *
     * @param published how many deals of the type have a published amount in this currency
     */
    public record Amount(String currency, Figure sum, int published, long deals, Largest largest) {}

    /** The deal of a type with the largest published amount. */
    public record Largest(String deal, Text name, Quantity amount) {}

    /** How many deals of the type an edition has. */
    public record OfEdition(String edition, Text name, Figure deals) {}
}

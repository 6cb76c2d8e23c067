package org.pavilion.plugin.policy;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/** The list of policies with what narrows it. */
public record ListView(List<Row> rows, List<Facet> facets, int total, int computable, Address address) {

    /** One document in the list. */
    public record Row(Policy policy, Text status, Text edition, Optional<Text> issuer, List<Text> rules) {}

    /** Values of one query parameter with what each would leave. */
    public record Facet(String title, String parameter, List<Choice> choices, boolean chosen) {}

    public record Choice(Text label, String value, long count, boolean chosen) {}
}

package org.pavilion.plugin.trading;

import java.util.List;
import org.pavilion.api.Text;

/** One way a list can be narrowed, with how many records each choice would leave. */
public record Facet(String name, Text title, List<Choice> choices) {

    public record Choice(String value, Text label, long count, boolean chosen) {}

    public List<Choice> chosen() {
        return choices.stream().filter(Choice::chosen).toList();
    }
}

package org.pavilion.plugin.policy.engine;

import java.util.List;
import org.pavilion.api.Text;

/**
 * Something a rule asks.
 *
 * @param label as a noun
 * @param question as asked in the calculator
 * @param aliases other names callers use for it
 * @param past whether only what has already happened counts
 */
public record Fact(String name, Kind kind, Text label, Text question, List<String> aliases, boolean past) {
    public Fact {
        aliases = List.copyOf(aliases);
    }

    /** What an answer looks like. */
    public enum Kind {
        MONEY,
        TRUTH,
        CHOICE,
        DATE,
        KEY
    }
}

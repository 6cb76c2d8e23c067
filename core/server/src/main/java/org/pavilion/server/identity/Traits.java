package org.pavilion.server.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pavilion.api.Problem;

/**
 * Who somebody must be, in conjunctive form: all of the lines, and of each line any one trait. No
 * lines mean everyone with an account.
 */
public record Traits(List<Set<String>> all) {
    private static final int MOST = 20;
    private static final String TRAIT = "[a-z][a-z-]{0,30}(:[A-Za-z0-9._@-]{1,100})?(:[A-Za-z0-9._-]{1,60})?";

    public Traits {
        all = all.stream().map(Set::copyOf).toList();
        for (int i = 0; i < all.size(); i++) {
            for (var trait : all.get(i)) {
                if (!trait.matches(TRAIT)) {
                    throw Problem.invalid("/traits/" + i, "a trait is written kind or kind:value, not " + trait);
                }
            }
            if (all.get(i).isEmpty() || all.get(i).size() > MOST || all.size() > MOST) {
                throw Problem.invalid("/traits/" + i, "1 to " + MOST + " traits on each of at most " + MOST + " lines");
            }
        }
    }

    boolean fit(Set<String> traits) {
        return all.stream().allMatch(any -> any.stream().anyMatch(traits::contains));
    }

    /** One line for each condition, alternatives apart by spaces. */
    public String text() {
        return all.stream().map(any -> String.join(" ", new TreeSet<>(any))).collect(Collectors.joining("\n"));
    }

    /** Reads what {@link #text} wrote, or what a person typed. */
    public static Traits of(String text) {
        return new Traits(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> Set.copyOf(Arrays.asList(line.split("[\\s,，]+"))))
                .toList());
    }
}

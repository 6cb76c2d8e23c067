package org.pavilion.server.search.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pavilion.server.search.text.Fold;
import org.pavilion.server.search.text.Grams;
import org.pavilion.server.search.text.PlainText;

/** Groups of words that mean the same, applied to queries; an immutable snapshot. */
public final class Glossary {
    public static final Glossary EMPTY = new Glossary(List.of());

    private static final int LONGEST_FORM = 64;

    private final Map<String, List<String>> groups = new HashMap<>();
    private final int longestHan;

    /** Each group is a list of forms; the first group that names a form has it. */
    public Glossary(Collection<List<String>> all) {
        int longest = 0;
        for (var group : all) {
            var folded = group.stream().map(Glossary::fold).distinct().toList();
            for (var form : folded) {
                groups.putIfAbsent(key(form), folded);
                longest = Fold.isHan(form.charAt(0)) ? Math.max(longest, form.length()) : longest;
            }
        }
        longestHan = longest;
    }

    /** How a form is kept and compared. */
    public static String fold(String form) {
        return Fold.fold(PlainText.clean(form, LONGEST_FORM));
    }

    /** Forms with equal keys are the same form: English is compared by its stems. */
    public static String key(String folded) {
        return folded.chars().anyMatch(c -> Fold.isHan((char) c)) ? folded : String.join(" ", Grams.terms(folded));
    }

    boolean knows(String folded) {
        return groups.containsKey(key(folded));
    }

    /** The other forms of the group; none when the form is unknown. */
    List<String> others(String folded) {
        var group = groups.get(key(folded));
        if (group == null) {
            return List.of();
        }
        var others = new ArrayList<>(group);
        others.removeIf(form -> key(form).equals(key(folded)));
        return others;
    }

    /** Length of the longest form of at least two characters that starts here; 0 when there is none. */
    int longestAt(String run, int from) {
        for (int length = Math.min(longestHan, run.length() - from); length >= 2; length--) {
            if (groups.containsKey(run.substring(from, from + length))) {
                return length;
            }
        }
        return 0;
    }
}

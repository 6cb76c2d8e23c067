package org.pavilion.server.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;

/**
 * Which versions will do: comparisons joined by {@code &}, as in {@code >=1.2.0 & <2.0.0}. A bare
 * version is refused, because readers disagree on whether it means exactly or at least.
 */
record VersionRange(String text, List<Bound> bounds) {
    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|=)\\s*(\\S+)");

    record Bound(String sign, VersionNumber version) {
        boolean holds(VersionNumber candidate) {
            int c = candidate.compareTo(version);
            return switch (sign) {
                case ">=" -> c >= 0;
                case "<=" -> c <= 0;
                case ">" -> c > 0;
                case "<" -> c < 0;
                default -> c == 0;
            };
        }
    }

    static VersionRange of(String text) {
        var bounds = new ArrayList<Bound>();
        for (var each : text.split("&", -1)) {
            var m = BOUND.matcher(each.strip());
            if (!m.matches()) {
                throw Problem.invalid(
                        "", "a range is written \">=1.2.0 & <2.0.0\"; a bare version is refused: \"" + text + "\"");
            }
            bounds.add(new Bound(m.group(1), VersionNumber.of(m.group(2))));
        }
        return new VersionRange(text, List.copyOf(bounds));
    }

    boolean includes(VersionNumber version) {
        return bounds.stream().allMatch(bound -> bound.holds(version));
    }
}

package org.pavilion.server.plugin;

import java.util.regex.Pattern;
import org.pavilion.api.Problem;

/** A version {@code major.minor.patch}, with an optional pre-release that sorts before it. */
record VersionNumber(int major, int minor, int patch, String pre) implements Comparable<VersionNumber> {
    private static final Pattern FORM =
            Pattern.compile("(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})(?:-([0-9A-Za-z.-]{1,40}))?");

    static VersionNumber of(String text) {
        var m = FORM.matcher(text);
        if (!m.matches()) {
            throw Problem.invalid("", "a version is written 1.4.0, not " + text);
        }
        return new VersionNumber(
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)),
                Integer.parseInt(m.group(3)),
                m.group(4) == null ? "" : m.group(4));
    }

    @Override
    public int compareTo(VersionNumber other) {
        if (major != other.major) {
            return Integer.compare(major, other.major);
        }
        if (minor != other.minor) {
            return Integer.compare(minor, other.minor);
        }
        if (patch != other.patch) {
            return Integer.compare(patch, other.patch);
        }
        if (pre.isEmpty() != other.pre.isEmpty()) {
            return pre.isEmpty() ? 1 : -1;
        }
        return pre.compareTo(other.pre);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (pre.isEmpty() ? "" : "-" + pre);
    }
}

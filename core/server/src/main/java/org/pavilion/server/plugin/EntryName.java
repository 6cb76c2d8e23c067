package org.pavilion.server.plugin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.pavilion.api.Problem;

/** What an entry of a jar may be called, so that no file system and no reader is surprised. */
final class EntryName {
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$");
    private static final Set<String> NATIVE =
            Set.of("so", "dll", "dylib", "jnilib", "exe", "com", "bat", "cmd", "sh", "a", "o", "lib");
    private static final Set<String> ARCHIVE =
            Set.of("jar", "zip", "war", "ear", "tar", "gz", "tgz", "xz", "7z", "rar", "zst", "bz2");

    private EntryName() {}

    /** Refuses traversal, absolute and odd names, native code and nested archives. */
    static void check(String name) {
        if (name.isEmpty() || name.length() > 512) {
            throw refused(name, "has no usable name");
        }
        if (name.indexOf('\\') >= 0 || name.indexOf(':') >= 0 || name.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw refused(name, "has a character that is not allowed");
        }
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            throw refused(name, "is not in Unicode normal form C");
        }
        var path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        for (var segment : path.split("/", -1)) {
            checkSegment(name, segment);
        }
        if (path.startsWith("lib/") || path.equals("lib")) {
            throw refused(name, "a nested lib/ is not allowed: shade libraries below the plugin's package");
        }
        if (path.startsWith("META-INF/versions")) {
            throw refused(name, "a multi-release jar is not allowed");
        }
        checkExtension(name, path);
    }

    private static void checkSegment(String name, String segment) {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw refused(name, "is not a relative path");
        }
        if (segment.endsWith(".") || segment.endsWith(" ")) {
            throw refused(name, "ends with a dot or a space");
        }
        int dot = segment.indexOf('.');
        var stem = (dot < 0 ? segment : segment.substring(0, dot)).toLowerCase(Locale.ROOT);
        if (DEVICES.contains(stem) || stem.matches("(com|lpt)[0-9]")) {
            throw refused(name, "is the name of a device");
        }
    }

    private static void checkExtension(String name, String path) {
        var extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (NATIVE.contains(extension)) {
            throw refused(name, "native code is not allowed");
        }
        boolean packedAsset = path.startsWith("ui/") && extension.equals("gz");
        if (ARCHIVE.contains(extension) && !packedAsset) {
            throw refused(name, "an archive inside the jar is not allowed");
        }
    }

    static Problem refused(String name, String why) {
        var shown = name.length() > 80 ? name.substring(0, 80) + "…" : name;
        return new Problem("plugin.jar-refused", 422, "entry \"" + printable(shown) + "\": " + why);
    }

    private static String printable(String text) {
        var out = new StringBuilder();
        text.chars().forEach(c -> out.append(c < 0x20 || c == 0x7f ? '?' : (char) c));
        return out.toString();
    }
}

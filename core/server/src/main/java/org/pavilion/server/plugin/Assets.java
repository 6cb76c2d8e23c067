package org.pavilion.server.plugin;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of one plugin version's {@code ui/} folder, independent of its class loader. */
record Assets(String version, Map<String, Asset> files) {
    private static final Map<String, String> CODINGS = Map.of(".br", "br", ".gz", "gzip");

    /** {@code version} becomes {@code <version>-<hash8>}; the hash covers every byte below {@code ui/}. */
    static Assets of(String version, Map<String, byte[]> kept) {
        var ui = new TreeMap<String, byte[]>();
        kept.forEach((path, bytes) -> {
            if (path.startsWith("ui/")) {
                ui.put(path.substring(3), bytes);
            }
        });
        var digest = JarEntries.digest();
        ui.forEach((name, bytes) ->
                digest.update((name + ' ' + JarEntries.sha256(bytes) + '\n').getBytes(StandardCharsets.UTF_8)));
        var hash8 = HexFormat.of().formatHex(digest.digest()).substring(0, 8);
        var files = new LinkedHashMap<String, Asset>();
        ui.forEach((name, bytes) -> {
            if (!variant(name, ui) && !name.equals("ui.json")) {
                files.put(name, asset(name, bytes, ui));
            }
        });
        return new Assets(version + "-" + hash8, Map.copyOf(files));
    }

    private static boolean variant(String name, Map<String, byte[]> ui) {
        return CODINGS.keySet().stream()
                .anyMatch(ending ->
                        name.endsWith(ending) && ui.containsKey(name.substring(0, name.length() - ending.length())));
    }

    private static Asset asset(String name, byte[] bytes, Map<String, byte[]> ui) {
        var variants = new TreeMap<String, byte[]>();
        variants.put("identity", bytes);
        CODINGS.forEach((ending, coding) -> {
            var packed = ui.get(name + ending);
            if (packed != null) {
                variants.put(coding, packed);
            }
        });
        return new Asset(name, JarEntries.sha256(bytes).substring(0, 32), variants);
    }

    Optional<Asset> find(String file) {
        return Optional.ofNullable(files.get(file));
    }
}

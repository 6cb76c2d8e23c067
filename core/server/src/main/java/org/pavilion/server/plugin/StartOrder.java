package org.pavilion.server.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plugins in an order in which each comes after those it needs; those in a circle come last. */
final class StartOrder {
    private StartOrder() {}

    static List<PluginJar> of(List<PluginJar> jars) {
        Map<String, PluginJar> left = new TreeMap<>();
        jars.forEach(jar -> left.put(jar.id(), jar));
        var ordered = new LinkedHashMap<String, PluginJar>();
        for (boolean moved = true; moved; ) {
            moved = false;
            for (var jar : List.copyOf(left.values())) {
                if (before(jar.manifest()).stream().noneMatch(left::containsKey)) {
                    ordered.put(jar.id(), jar);
                    left.remove(jar.id());
                    moved = true;
                }
            }
        }
        ordered.putAll(left);
        return List.copyOf(ordered.values());
    }

    private static List<String> before(Manifest manifest) {
        var all = new ArrayList<>(manifest.requires().plugins().keySet());
        all.addAll(manifest.requires().optional());
        return all;
    }
}

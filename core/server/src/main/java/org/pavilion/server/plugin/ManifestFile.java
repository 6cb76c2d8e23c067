package org.pavilion.server.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Text;

/** {@code plugin.json} as it is written; {@code class} is read as {@code pluginClass}. */
record ManifestFile(
        int schema,
        String id,
        String version,
        String pluginClass,
        Text name,
        String licence,
        Optional<String> docs,
        Manifest.Requires requires,
        Optional<String> prefix,
        List<String> pages,
        List<Manifest.Role> roles,
        List<Manifest.DeclaredRight> permissions,
        Map<String, Object> settings,
        Optional<Manifest.Events> events,
        List<Manifest.SearchType> search,
        List<Manifest.Relation> relations,
        List<Manifest.Room> rooms,
        List<String> imports,
        List<String> after,
        List<Manifest.Metric> metrics,
        List<String> outbound,
        List<String> tasks) {}

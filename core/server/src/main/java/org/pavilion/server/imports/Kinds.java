package org.pavilion.server.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pavilion.api.Importer;
import org.pavilion.api.Imports;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;
import org.pavilion.server.storage.StorageMount;

/** Who takes which kind, and in which order kinds must come. */
final class Kinds {
    private final Map<String, Kind<?>> kinds = new LinkedHashMap<>();
    private final Map<String, Set<String>> after = new LinkedHashMap<>();

    synchronized Imports accepting(
            String owner, StorageMount storage, Json json, Set<String> declared, Set<String> comesAfter) {
        after.put(owner, Set.copyOf(comesAfter));
        return new Imports() {
            @Override
            public <T extends Record> Imports accept(String kind, Class<T> line, Importer<T> importer) {
                if (!declared.contains(kind)) {
                    throw new Problem("plugin.undeclared", 500, "the import kind " + kind + " is not in the manifest");
                }
                add(new Kind<>(owner, kind, line, importer, storage, json));
                return this;
            }
        };
    }

    private synchronized void add(Kind<?> kind) {
        var other = kinds.get(kind.name());
        if (other != null && !other.owner().equals(kind.owner())) {
            throw new Problem("import.kind-taken", 500, other.owner() + " takes records of kind " + kind.name());
        }
        kinds.put(kind.name(), kind);
    }

    synchronized void withdraw(String owner) {
        after.remove(owner);
        kinds.values().removeIf(kind -> kind.owner().equals(owner));
    }

    synchronized Optional<Kind<?>> find(String kind) {
        return Optional.ofNullable(kinds.get(kind));
    }

    /** Each kind after those its owner names and after its owner's earlier ones; a circle is cut where it closes. */
    synchronized List<String> ordered() {
        var ordered = new LinkedHashSet<String>();
        var open = new LinkedHashSet<String>();
        kinds.keySet().forEach(kind -> visit(kind, ordered, open));
        return List.copyOf(ordered);
    }

    private void visit(String name, Set<String> ordered, Set<String> open) {
        var kind = kinds.get(name);
        if (kind == null || ordered.contains(name) || !open.add(name)) {
            return;
        }
        var first = new ArrayList<>(after.getOrDefault(kind.owner(), Set.of()));
        for (var own : kinds.values()) {
            if (own.name().equals(name)) {
                break;
            }
            if (own.owner().equals(kind.owner())) {
                first.add(own.name());
            }
        }
        first.forEach(each -> visit(each, ordered, open));
        ordered.add(name);
    }
}

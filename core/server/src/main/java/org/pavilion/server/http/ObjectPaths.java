package org.pavilion.server.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pavilion.api.Ref;
import org.pavilion.server.plugin.Manifest;
import org.pavilion.server.plugin.Mount;

/** Where each object has its page: the core's types, then what running plugins declare, else {@code /type/id}. */
public final class ObjectPaths implements Function<Ref, String> {
    private static final Map<String, String> CORE = Map.of(
            "edition", "/?edition={id}",
            "organisation", "/organisation/{id}",
            "person", "/person/{id}",
            "fact", "/facts/{id}");

    private final Supplier<List<Mount>> mounts;

    /** @param mounts the running plugins; asked at each use, so plugins may start later */
    public ObjectPaths(Supplier<List<Mount>> mounts) {
        this.mounts = mounts;
    }

    /** The page without language prefix. */
    @Override
    public String apply(Ref ref) {
        return template(ref.type()).replace("{id}", ref.id());
    }

    private String template(String type) {
        var core = CORE.get(type);
        if (core != null) {
            return core;
        }
        return mounts.get().stream()
                .flatMap(mount -> mount.manifest().search().stream())
                .filter(declared -> declared.type().equals(type))
                .findFirst()
                .map(Manifest.SearchType::path)
                .orElse("/" + type + "/{id}");
    }
}

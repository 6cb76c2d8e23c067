package org.pavilion.server.plugin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.pavilion.api.Problem;

/** Whether a plugin fits this house and those already in it. Decided before pf4j sees the jar. */
final class Admission {
    private final Roster roster;

    Admission(Roster roster) {
        this.roster = roster;
    }

    void check(PluginJar jar) {
        house(jar.manifest());
        clashes(jar.manifest());
        dependencies(jar.manifest());
        dependents(jar);
    }

    private static void house(Manifest manifest) {
        if (!VersionRange.of(manifest.requires().pavilion()).includes(HostVersion.CURRENT)) {
            throw new Problem(
                    "plugin.host-version",
                    422,
                    "needs Pavilion " + manifest.requires().pavilion() + "; this is " + HostVersion.CURRENT);
        }
    }

    /** Everything it cannot run without runs, in a version that will do. */
    void dependencies(Manifest manifest) {
        manifest.requires().plugins().forEach((id, range) -> {
            var mount = roster.mount(id)
                    .orElseThrow(() -> new Problem(
                            "plugin.dependency", 422, "needs plugin " + id + " " + range + ", which is not running"));
            var there = mount.info().version();
            if (!VersionRange.of(range).includes(VersionNumber.of(there))) {
                throw new Problem("plugin.dependency", 422, "needs plugin " + id + " " + range + "; here is " + there);
            }
        });
    }

    private void dependents(PluginJar jar) {
        for (var other : roster.dependents(jar.id())) {
            var range = other.jar() == null
                    ? null
                    : other.jar().manifest().requires().plugins().get(jar.id());
            if (range != null && !VersionRange.of(range).includes(jar.version())) {
                throw new Problem(
                        "plugin.dependents",
                        409,
                        "plugin " + other.id() + " needs " + jar.id() + " " + range + "; this is " + jar.version());
            }
        }
    }

    private void clashes(Manifest manifest) {
        for (var other : roster.entries()) {
            if (!other.id().equals(manifest.id()) && other.jar() != null) {
                clash(manifest, other.jar().manifest());
            }
        }
    }

    private static void clash(Manifest one, Manifest other) {
        disjoint(one, other, "prefix", m -> List.of(m.tablePrefix()));
        disjoint(one, other, "page", Manifest::pages);
        disjoint(one, other, "import kind", Manifest::imports);
        disjoint(
                one,
                other,
                "search type",
                m -> m.search().stream().map(Manifest.SearchType::type).toList());
    }

    private static void disjoint(Manifest one, Manifest other, String what, Function<Manifest, List<String>> names) {
        Set<String> shared = new HashSet<>(names.apply(one));
        shared.retainAll(names.apply(other));
        if (!shared.isEmpty()) {
            throw new Problem(
                    "plugin.clash", 409, what + " " + String.join(", ", shared) + " belongs to plugin " + other.id());
        }
    }
}

package org.pavilion.server.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of what the host knows what an organiser is shown. */
final class StateOf {
    private StateOf() {}

    static PluginState entry(Roster.Entry entry, Optional<String> rollback) {
        var phase = entry.phase();
        var reason = entry.reason();
        List<PluginState.HealthCheck> health = List.of();
        var running = entry.running();
        if (running != null && phase == Phase.RUNNING) {
            var mount = running.mount();
            health = mount.health();
            if (!mount.incompatible().isEmpty()) {
                phase = Phase.INCOMPATIBLE;
                reason = mount.incompatible();
            } else if (mount.degraded()) {
                phase = Phase.DEGRADED;
                reason = "failed five times within a minute and rests for half a minute";
            }
        }
        var jar = entry.jar();
        return new PluginState(
                entry.id(),
                entry.version(),
                entry.name(),
                phase,
                reason,
                entry.since(),
                entry.origin(),
                rollback,
                jar == null
                        ? List.of()
                        : new ArrayList<>(jar.manifest().requires().plugins().keySet()),
                jar == null ? List.of() : jar.manifest().outbound(),
                health,
                jar == null ? List.of() : jar.notes());
    }
}

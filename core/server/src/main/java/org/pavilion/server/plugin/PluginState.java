package org.pavilion.server.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * What an organiser is shown of a plugin.
 *
 * @param reason why it is in this phase, readable; empty when there is nothing to explain
 * @param origin bundled, signed or dev
 * @param rollback version that a rollback would return to
 * @param requires ids of the plugins it cannot run without
 * @param outbound hosts it says it talks to
 * @param notes things to look at that stop nothing, such as a large entry module
 */
public record PluginState(
        String id,
        String version,
        Text name,
        Phase phase,
        String reason,
        Instant since,
        String origin,
        Optional<String> rollback,
        List<String> requires,
        List<String> outbound,
        List<HealthCheck> health,
        List<String> notes) {

    /** One check of the plugin's own. */
    public record HealthCheck(String name, String status, String reason) {}
}

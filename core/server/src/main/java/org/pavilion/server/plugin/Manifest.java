package org.pavilion.server.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Text;

/**
 * {@code META-INF/pavilion/plugin.json}: what a plugin is and may use, read before any of its code
 * runs.
 *
 * @param schema version of this format, 1
 * @param pluginClass the JSON member {@code class}
 * @param tablePrefix owner of tables, events, permissions and roles; the member {@code prefix}, else the id
 */
public record Manifest(
        int schema,
        String id,
        String version,
        String pluginClass,
        Text name,
        String licence,
        Optional<String> docs,
        Requires requires,
        String tablePrefix,
        List<String> pages,
        List<Role> roles,
        List<DeclaredRight> permissions,
        SettingsSchema settings,
        Events events,
        List<SearchType> search,
        List<Relation> relations,
        List<Room> rooms,
        List<String> imports,
        List<String> after,
        List<Metric> metrics,
        List<String> outbound,
        List<String> tasks) {

    /** Version ranges of what must be there, and ids of what is merely started first. */
    public record Requires(String pavilion, Map<String, String> plugins, List<String> optional) {}

    public record Role(String name, Text title) {}

    /** A permission with the roles that have it from the start. */
    public record DeclaredRight(String name, Text title, List<String> grants, Optional<Boolean> stepUp) {}

    public record Events(List<String> publishes, List<String> listens) {}

    /**
     * A type of objects that search knows.
     *
     * @param page path of an object's page; see {@link #path}
     * @param next what a reader does there, e.g. "Join the room"; types without are no next step
     */
    public record SearchType(String type, Text title, List<String> facets, Optional<String> page, Optional<Text> next) {
        /** Where an object of this type has its page, with {@code {id}}. */
        public String path() {
            return page.orElse("/" + type + "/{id}");
        }
    }

    /**
     * What a relation between objects means, for readers at either end.
     *
     * @param out heading of the objects a record leads to, seen from that record
     * @param in heading of the records that lead to an object, seen from that object
     */
    public record Relation(String name, Text out, Text in) {}

    public record Room(String subject, List<String> modules) {}

    public record Metric(String name, Text title) {}

    /** What the names of all its tables begin with. */
    String tables() {
        return tablePrefix + "_";
    }

    /** The package of the plugin's class: root of all its classes. */
    public String packageName() {
        return pluginClass.substring(0, pluginClass.lastIndexOf('.'));
    }
}

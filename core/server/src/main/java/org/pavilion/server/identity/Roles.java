package org.pavilion.server.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pavilion.api.Text;

/** The roles that exist now: those of the house and those of running plugins. */
final class Roles {
    static final String GUEST = "guest";
    static final String ATTENDEE = "attendee";
    static final String ORGANISER = "organiser";
    static final String OPERATOR = "operator";

    /** Rank of a role that a plugin declares: staff of some kind, below those who run rooms. */
    private static final int DECLARED = 20;

    private static final List<Role> CORE = List.of(
            new Role(GUEST, new Text("访客", "Guest"), "core", 0, false),
            new Role(ATTENDEE, new Text("参会者", "Attendee"), "core", 5, false),
            new Role("speaker", new Text("演讲嘉宾", "Speaker"), "core", 10, true),
            new Role("booth-staff", new Text("展位人员", "Booth staff"), "core", 20, true),
            new Role("booth-owner", new Text("展位负责人", "Booth owner"), "core", 25, true),
            new Role("moderator", new Text("主持人", "Moderator"), "core", 30, true),
            new Role(ORGANISER, new Text("组织者", "Organiser"), "core", 50, true),
            new Role(OPERATOR, new Text("运维", "Operator"), "core", 60, true),
            new Role("kiosk", new Text("自助屏", "Kiosk"), "core", 0, false),
            new Role("in-room", new Text("现场观众", "In the hall"), "core", 0, false),
            new Role("display", new Text("大屏", "Display"), "core", 0, false),
            new Role("device", new Text("核验终端", "Scanner"), "core", 0, false),
            new Role("plugin", new Text("插件", "Plugin"), "core", 0, false));

    private final Map<String, Map<String, Text>> declared = new TreeMap<>();
    private volatile Map<String, Role> table = tableOf(Map.of());

    synchronized void declare(String owner, Map<String, Text> roles) {
        declared.put(owner, Map.copyOf(roles));
        table = tableOf(declared);
    }

    synchronized void withdraw(String owner) {
        declared.remove(owner);
        table = tableOf(declared);
    }

    Optional<Role> find(String name) {
        return Optional.ofNullable(table.get(name));
    }

    /** The highest first; those of plugins by name. */
    List<Role> all() {
        return table.values().stream()
                .sorted(Comparator.comparingInt(Role::rank).reversed().thenComparing(Role::name))
                .toList();
    }

    /** A role that nobody declares any more ranks as one of a plugin: its grants wait for the plugin to come back. */
    int rank(String name) {
        var role = table.get(name);
        return role == null ? DECLARED : role.rank();
    }

    private static Map<String, Role> tableOf(Map<String, Map<String, Text>> declared) {
        var all = new ArrayList<>(CORE);
        declared.forEach((owner, roles) ->
                roles.forEach((name, title) -> all.add(new Role(name, title, owner, DECLARED, true))));
        var table = new LinkedHashMap<String, Role>();
        all.forEach(role -> table.put(role.name(), role));
        return Map.copyOf(table);
    }
}

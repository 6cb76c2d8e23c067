package org.pavilion.server.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;

/** What was declared, by whom. Readers see an immutable table that is swapped whole. */
final class Permissions {
    private final Map<String, List<DeclaredPermission>> owners = new TreeMap<>();
    private volatile Map<Permission, DeclaredPermission> table = Map.of();

    synchronized void declare(String owner, List<DeclaredPermission> declared) {
        var others = new HashMap<>(owners);
        others.remove(owner);
        for (var each : declared) {
            if (others.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(other -> other.permission().equals(each.permission()))) {
                throw new Problem(
                        "plugin.clash", 409, "permission " + each.permission().name() + " is declared by another");
            }
        }
        owners.put(owner, List.copyOf(declared));
        swap();
    }

    synchronized void withdraw(String owner) {
        owners.remove(owner);
        swap();
    }

    Optional<DeclaredPermission> find(Permission permission) {
        return Optional.ofNullable(table.get(permission));
    }

    List<DeclaredPermission> all() {
        return List.copyOf(table.values());
    }

    private void swap() {
        var next = new HashMap<Permission, DeclaredPermission>();
        owners.values().forEach(list -> list.forEach(each -> next.put(each.permission(), each)));
        table = Map.copyOf(next);
    }
}

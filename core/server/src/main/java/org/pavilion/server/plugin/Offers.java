package org.pavilion.server.plugin;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.pavilion.api.Health;
import org.pavilion.api.Method;
import org.pavilion.api.Pages;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Route;
import org.pavilion.api.Routes;

/** What one plugin registers for visitors while it starts: routes, pages, parts of pages, checks. */
final class Offers implements Routes, Pages, Health {
    private static final Set<String> SLOTS =
            Set.of("home.main", "frame.strip", "organisation.main", "person.main", "live.main", "organiser.agenda");

    private final Doorway doorway;
    private final Manifest manifest;
    private final List<Route> routes = new ArrayList<>();
    private final Map<Method, Trie<Route>> byMethod = new EnumMap<>(Method.class);
    private final Trie<Page> pages = new Trie<>();
    private final Map<String, Permission> pageRights = new ConcurrentHashMap<>();
    private final List<Slot> parts = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();

    record Page(String pattern, Permission needs, Route.Handler handler) {}

    record Slot(String name, int order, Route.Handler handler) {}

    record Check(String name, Supplier<Health.Status> check) {}

    Offers(Doorway doorway, Manifest manifest) {
        this.doorway = doorway;
        this.manifest = manifest;
    }

    @Override
    public synchronized Routes add(Route route) {
        doorway.registering();
        permitted(route.needs());
        if (!byMethod.computeIfAbsent(route.method(), m -> new Trie<>()).add(route.path(), route)) {
            throw twice(route.method() + " " + route.path());
        }
        routes.add(route);
        return this;
    }

    @Override
    public synchronized Pages at(String path, Permission needs, Route.Handler handler) {
        doorway.registering();
        permitted(needs);
        if (!path.matches("(/([a-z0-9.-]+|\\{[a-zA-Z]+}))+")) {
            throw new Problem("plugin.path", 500, "not a page path: " + path);
        }
        doorway.declared(
                manifest.pages().stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/")), "page", path);
        pageRights.put(path, needs);
        if (!pages.add(path, new Page(path, needs, handler))) {
            throw twice("page " + path);
        }
        return this;
    }

    @Override
    public synchronized Pages part(String slot, int order, Route.Handler handler) {
        doorway.registering();
        if (!SLOTS.contains(slot)) {
            throw new Problem("plugin.slot", 500, "the house has no slot " + slot + "; it has " + SLOTS);
        }
        parts.add(new Slot(slot, order, handler));
        return this;
    }

    @Override
    public synchronized void check(String name, Supplier<Health.Status> check) {
        doorway.registering();
        checks.add(new Check(name, check));
    }

    private void permitted(Permission needs) {
        doorway.declared(
                needs.equals(Permission.PUBLIC)
                        || manifest.permissions().stream()
                                .anyMatch(right -> right.name().equals(needs.name())),
                "permission",
                needs.name());
    }

    private Problem twice(String what) {
        return new Problem("plugin.twice", 500, "plugin " + manifest.id() + " registers " + what + " twice");
    }

    List<Route> routes() {
        return List.copyOf(routes);
    }

    Optional<RouteMatch> route(Method method, String rest) {
        var trie = byMethod.get(method);
        return trie == null
                ? Optional.empty()
                : trie.find(rest).map(found -> new RouteMatch(found.value(), found.parameters()));
    }

    List<Method> methods(String rest) {
        return byMethod.entrySet().stream()
                .filter(entry -> entry.getValue().find(rest).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What each page needs, by its pattern. */
    Map<String, Permission> pageRights() {
        return Map.copyOf(pageRights);
    }

    Optional<PageMatch> page(String path) {
        return pages.find(path)
                .map(found -> new PageMatch(
                        found.value().pattern(),
                        found.value().needs(),
                        found.value().handler(),
                        found.parameters()));
    }

    List<Slot> parts() {
        return List.copyOf(parts);
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }
}

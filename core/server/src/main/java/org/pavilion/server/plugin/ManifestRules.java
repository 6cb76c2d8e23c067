package org.pavilion.server.plugin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Text;

/** What a manifest must be beyond its shape: names, prefixes, ranges, both languages. */
final class ManifestRules {
    private static final String ID = "[a-z][a-z0-9-]{1,30}";
    private static final String PREFIX = "[a-z][a-z0-9]{1,30}";
    private static final String KEBAB = "[a-z][a-z0-9-]{0,40}";
    private static final String EVENT = "([a-z][a-z0-9-]*)\\.[a-z][a-z0-9-]*\\.v[1-9][0-9]{0,3}";
    private static final String CLASS = "[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*){2,}";

    /** Prefixes of the house's own tables, events and permissions. */
    private static final Set<String> HOUSE = Set.of(
            "core",
            "event",
            "schema",
            "storage",
            "identity",
            "directory",
            "content",
            "statistics",
            "imports",
            "import",
            "search",
            "plugin",
            "realtime",
            "live",
            "notify",
            "booth",
            "http",
            "audit",
            "expo",
            "public",
            "pavilion",
            "sqlite",
            "pg");

    /** Packages whose classes come from the host, or could be taken for its own. */
    private static final List<String> HOST_PACKAGES = List.of(
            "org.pavilion.api.",
            "org.pavilion.server.",
            "org.pavilion.testing.",
            "org.jspecify.",
            "org.jdbi.",
            "gg.jte.",
            "org.pf4j.",
            "java.",
            "javax.",
            "jdk.",
            "sun.");

    /** First segments of the house's own pages. */
    private static final Set<String> HOUSE_PAGES = Set.of(
            "api",
            "assets",
            "plugins",
            "organiser",
            "exhibitor",
            "moderation",
            "standing",
            "me",
            "search",
            "setup",
            "en",
            "zh",
            "live",
            "kiosk",
            "healthz",
            "readyz",
            "metrics",
            "people",
            "organisations",
            "editions",
            "about",
            "sign-in",
            "sign-out",
            "legal",
            "notifications");

    private static final Set<String> CORE_ROLES = Set.of(
            "guest",
            "in-room",
            "attendee",
            "speaker",
            "moderator",
            "booth-owner",
            "booth-staff",
            "organiser",
            "operator",
            "kiosk",
            "display",
            "device",
            "plugin");

    private final Manifest manifest;

    ManifestRules(Manifest manifest) {
        this.manifest = manifest;
    }

    void check() {
        require(manifest.schema() == 1, "/schema", "must be 1");
        require(manifest.id().matches(ID), "/id", "must match ^" + ID + "$");
        require(!HOUSE.contains(manifest.id()), "/id", "belongs to the house: " + manifest.id());
        at("/version", () -> VersionNumber.of(manifest.version()));
        checkClass();
        both(manifest.name(), "/name");
        require(
                manifest.tablePrefix().matches(PREFIX),
                "/prefix",
                "must match ^" + PREFIX + "$; an id with a dash needs a prefix of its own");
        require(!HOUSE.contains(manifest.tablePrefix()), "/prefix", "belongs to the house: " + manifest.tablePrefix());
        checkRequires();
        each(manifest.pages(), "/pages", page -> {
            require(
                    page.matches("/[a-z][a-z0-9-]{0,40}(\\.[a-z]{2,5})?"),
                    "",
                    "a page prefix is one segment, such as /market or /agenda.ics");
            require(!HOUSE_PAGES.contains(page.substring(1)), "", "belongs to the house: " + page);
        });
        checkRights();
        checkEvents();
        checkNames();
    }

    private void checkClass() {
        require(
                manifest.pluginClass().matches(CLASS),
                "/class",
                "must be a class in a package of at least two names, such as org.example.Guestbook");
        for (var host : HOST_PACKAGES) {
            require(
                    !(manifest.packageName() + ".").startsWith(host),
                    "/class",
                    "the package belongs to the host: " + manifest.packageName());
        }
    }

    private void checkRequires() {
        var requires = manifest.requires();
        at("/requires/pavilion", () -> VersionRange.of(requires.pavilion()));
        requires.plugins().forEach((id, range) -> {
            var at = "/requires/plugins/" + id;
            require(id.matches(ID) && !id.equals(manifest.id()), at, "is not the id of another plugin");
            at(at, () -> VersionRange.of(range));
        });
        each(requires.optional(), "/requires/optional", id -> require(id.matches(ID), "", "is not the id of a plugin"));
    }

    private void checkRights() {
        var prefix = manifest.tablePrefix() + ":";
        each(manifest.roles(), "/roles", role -> {
            own(prefix, role.name());
            both(role.title(), "/title");
        });
        unique(manifest.roles().stream().map(Manifest.Role::name).toList(), "/roles");
        var roles = new HashSet<>(CORE_ROLES);
        manifest.roles().forEach(role -> roles.add(role.name()));
        each(manifest.permissions(), "/permissions", right -> {
            own(prefix, right.name());
            both(right.title(), "/title");
            each(right.grants(), "/grants", role -> require(roles.contains(role), "", "no such role: " + role));
        });
        unique(manifest.permissions().stream().map(Manifest.DeclaredRight::name).toList(), "/permissions");
    }

    private static void own(String prefix, String name) {
        require(
                name.startsWith(prefix) && name.matches("[a-z][a-z0-9]*:[a-z][a-z0-9.-]{0,60}"),
                "/name",
                "must be written " + prefix + "name");
    }

    private void checkEvents() {
        each(manifest.events().publishes(), "/events/publishes", name -> {
            require(name.matches(EVENT), "", "an event is named prefix.kebab-case.v1");
            require(
                    name.startsWith(manifest.tablePrefix() + "."),
                    "",
                    "must start with the prefix " + manifest.tablePrefix() + ".");
        });
        unique(manifest.events().publishes(), "/events/publishes");
        each(
                manifest.events().listens(),
                "/events/listens",
                name -> require(name.matches(EVENT), "", "an event is named prefix.kebab-case.v1"));
    }

    private void checkNames() {
        each(manifest.search(), "/search", type -> {
            require(type.type().matches(KEBAB), "/type", "must match ^" + KEBAB + "$");
            both(type.title(), "/title");
            each(
                    type.facets(),
                    "/facets",
                    facet -> require(facet.matches("[a-z][A-Za-z0-9-]{0,40}"), "", "is not the name of a facet"));
        });
        each(
                manifest.search(),
                "/search",
                type -> type.page()
                        .ifPresent(page -> require(
                                page.matches("(/[a-z0-9-]+)+/\\{id}")
                                        && manifest.pages().stream().anyMatch(own -> page.startsWith(own + "/")),
                                "/page",
                                "must lie below one of pages and end with /{id}: " + page)));
        each(manifest.relations(), "/relations", relation -> {
            require(relation.name().matches(KEBAB), "/name", "must match ^" + KEBAB + "$");
            both(relation.out(), "/out");
            both(relation.in(), "/in");
        });
        each(manifest.search(), "/search", type -> type.next().ifPresent(verb -> both(verb, "/next")));
        unique(manifest.search().stream().map(Manifest.SearchType::type).toList(), "/search");
        kebab(manifest.imports(), "/imports");
        kebab(manifest.after(), "/after");
        kebab(manifest.tasks(), "/tasks");
        kebab(manifest.metrics().stream().map(Manifest.Metric::name).toList(), "/metrics");
        each(manifest.metrics(), "/metrics", metric -> both(metric.title(), "/title"));
        each(manifest.rooms(), "/rooms", room -> require(room.subject().matches(KEBAB), "/subject", "is no type"));
        each(
                manifest.outbound(),
                "/outbound",
                host -> require(host.matches("[a-z0-9.-]{1,253}:[0-9]{1,5}"), "", "is written host:port"));
        for (var field : manifest.settings().fields()) {
            field.title().ifPresent(title -> both(title, "/settings/properties/" + field.name() + "/title"));
        }
    }

    private static void kebab(List<String> names, String at) {
        each(names, at, name -> require(name.matches(KEBAB), "", "must match ^" + KEBAB + "$"));
        unique(names, at);
    }

    static void both(Text text, String at) {
        require(text.has(Language.ZH), at + "/zh", "must not be empty");
        require(text.has(Language.EN), at + "/en", "must not be empty");
    }

    static void require(boolean holds, String at, String otherwise) {
        if (!holds) {
            throw Problem.invalid(at, otherwise);
        }
    }

    static <T> void each(List<T> all, String at, Consumer<T> check) {
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            at(at + "/" + i, () -> check.accept(one));
        }
    }

    private static void unique(List<String> names, String at) {
        var seen = new HashSet<String>();
        for (int i = 0; i < names.size(); i++) {
            require(seen.add(names.get(i)), at + "/" + i, "appears twice: " + names.get(i));
        }
    }

    static void at(String where, Runnable check) {
        try {
            check.run();
        } catch (Problem e) {
            var inner = e.pointer();
            throw e.at(where + (inner == null ? "" : inner));
        }
    }
}

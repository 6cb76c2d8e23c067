package org.pavilion.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of the house about who may use whom. They are written for any root package, so that each
 * can be seen to fail on a fixture that is laid out like the house and breaks exactly that rule.
 */
final class HouseRules {
    /** A package may use the floors below its own, never its neighbours nor those above. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("settings", 0),
            Map.entry("json", 0),
            Map.entry("telemetry", 0),
            Map.entry("storage", 1),
            Map.entry("event", 2),
            Map.entry("audit", 3),
            Map.entry("identity", 3),
            Map.entry("announce", 3),
            Map.entry("directory", 3),
            Map.entry("content", 3),
            Map.entry("statistics", 3),
            Map.entry("imports", 3),
            Map.entry("brand", 3),
            Map.entry("backup", 4),
            Map.entry("search", 4),
            Map.entry("realtime", 4),
            Map.entry("live", 5),
            Map.entry("personal", 4),
            Map.entry("notify", 5),
            Map.entry("plugin", 6),
            Map.entry("booth", 6),
            Map.entry("http", 7),
            Map.entry("boot", 8));

    /** By owner; several are separated by a comma. */
    private static final Map<String, String[]> LIBRARIES = Map.ofEntries(
            Map.entry("json", new String[] {"com.fasterxml.jackson.."}),
            Map.entry(
                    "storage",
                    new String[] {"org.sqlite..", "org.postgresql..", "com.zaxxer..", "org.jdbi.v3.core.spi.."}),
            Map.entry("search", new String[] {"org.apache.lucene.."}),
            Map.entry("notify", new String[] {"jakarta.mail..", "org.eclipse.angus.."}),
            Map.entry("plugin", new String[] {"org.pf4j.."}),
            Map.entry("http", new String[] {"io.javalin..", "gg.jte..", "jakarta.servlet.."}),
            Map.entry("http,realtime", new String[] {"org.eclipse.jetty.."}),
            Map.entry("boot", new String[] {"picocli.."}),
            Map.entry("imports", new String[] {"de.siegmar.fastcsv.."}),
            Map.entry("content", new String[] {"org.commonmark..", "org.owasp.."}),
            Map.entry("identity", new String[] {
                "io.github.bucket4j..", "com.github.benmanes.caffeine..", "org.bouncycastle..", "com.nimbusds.."
            }),
            Map.entry("telemetry", new String[] {"io.prometheus..", "ch.qos.logback.."}));

    /** The classes a feature shows besides records, sealed types, interfaces and enums. */
    private static final Set<String> ENTRIES = Set.of(
            "settings.Configuration",
            "json.Json",
            "telemetry.Telemetry",
            "telemetry.Logs",
            "storage.Database",
            "storage.StorageMount",
            "storage.Actors",
            "storage.WriteLimit",
            "storage.Snapshot",
            "audit.Audit",
            "audit.Csv",
            "backup.Backups",
            "event.EventLog",
            "event.TaskQueue",
            "identity.Accounts",
            "identity.Entrance",
            "identity.Providers",
            "event.Follower",
            "identity.Identity",
            "identity.Rates",
            "identity.Merges",
            "identity.Passes",
            "identity.Rights",
            "identity.Rosters",
            "announce.Announcements",
            "identity.Sanctions",
            "identity.Tokens",
            "directory.ExpoDirectory",
            "content.SafeContent",
            "brand.Brand",
            "content.ObjectLinks",
            "statistics.Counters",
            "imports.ImportDesk",
            "imports.Sheets",
            "search.Search",
            "personal.Personal",
            "notify.Notify",
            "live.Doors",
            "live.LiveRooms",
            "live.RoomPolls",
            "live.RoomQuestions",
            "realtime.Realtime",
            "plugin.PluginHost",
            "plugin.HouseSettings",
            "plugin.Mount",
            "plugin.Messages",
            "plugin.JarSeal",
            "http.HttpServer",
            "http.JteTemplates",
            "http.ObjectPaths",
            "storage.Outbox",
            "boot.DemoExpo",
            "boot.Server",
            "boot.Main");

    private final String api;
    private final String server;

    HouseRules(String root) {
        this.api = root + ".api";
        this.server = root + ".server";
    }

    /** Every rule by its number and sentence. */
    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("1 the API uses the JDK, jspecify and Jdbi alone", apiStandsAlone());
        LIBRARIES.forEach((owner, packages) ->
                rules.put("3 only " + owner + " uses " + String.join(", ", packages), oneOwner(owner, packages)));
        rules.put("3 only storage sets Jdbi up", jdbiIsSetUpInStorage());
        rules.put("4 features are free of cycles", noCycles());
        rules.put("4 features use the floors below them alone", floors());
        rules.put("5 the API is interfaces, records, enums and Problem", apiShapes());
        rules.put("6 a feature's sub-packages are its own, but for its view", subPackages());
        rules.put("6 a feature shows its entry, records and sealed types", publicTypes());
        rules.put("7 nobody prints", noClasses().should(ACCESS_STANDARD_STREAMS));
        rules.put(
                "7 nobody logs past SLF4J",
                noClasses()
                        .that(resideOutsideOfPackages(server + ".telemetry.."))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("java.util.logging.."));
        rules.put("7 failures have names", noClasses().should(THROW_GENERIC_EXCEPTIONS));
        rules.put(
                "7 nobody sleeps",
                noClasses()
                        .should()
                        .callMethodWhere(describe(
                                "Thread.sleep",
                                call -> call.getTarget().getOwner().isEquivalentTo(Thread.class)
                                        && call.getName().equals("sleep"))));
        rules.put("8 no Optional parameter in the API", noOptionalParameter());
        rules.put("9 every package is null-marked", nullMarked());
        rules.put("11 no weak digest", classes().should(new NoWeakDigest()));
        rules.put(
                "11 no guessable random numbers",
                noClasses()
                        .that()
                        .resideInAPackage(server + "..")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(java.util.Random.class));
        return rules;
    }

    private ArchRule apiStandsAlone() {
        return classes()
                .that()
                .resideInAPackage(api + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.sql..", "org.jspecify..", "org.jdbi.v3..", api + "..");
    }

    private ArchRule oneOwner(String owner, String[] library) {
        return noClasses()
                .that(resideInAnyPackage(api + "..", server + "..").and(resideOutsideOfPackages(packages(owner))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    private String[] packages(String owners) {
        return Arrays.stream(owners.split(","))
                .map(owner -> server + "." + owner + "..")
                .toArray(String[]::new);
    }

    private ArchRule jdbiIsSetUpInStorage() {
        return noClasses()
                .that(resideInAnyPackage(server + "..").and(resideOutsideOfPackages(server + ".storage..")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.jdbi.v3.core.Jdbi");
    }

    private ArchRule noCycles() {
        return slices().matching(server + ".(*)..").should().beFreeOfCycles();
    }

    private ArchRule floors() {
        return classes()
                .that()
                .resideInAPackage(server + "..")
                .should(Conditions.dependOnly("on its own feature and on lower floors", (from, to) -> {
                    var mine = feature(from);
                    var theirs = feature(to);
                    return theirs.isEmpty() || theirs.equals(mine) || floor(theirs) < floor(mine);
                }));
    }

    private ArchRule apiShapes() {
        return classes()
                .that()
                .resideInAPackage(api + "..")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("Problem")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beInterfaces()
                .orShould()
                .beRecords()
                .orShould()
                .beEnums();
    }

    private ArchRule subPackages() {
        return classes()
                .that()
                .resideInAPackage(server + "..")
                .should(Conditions.dependOnly(
                        "on other features' own packages, not on what lies below them",
                        (from, to) -> feature(to).isEmpty()
                                || feature(to).equals(feature(from))
                                || to.getPackageName()
                                        .equals(server + "." + feature(to).orElseThrow())
                                || to.getPackageName()
                                        .equals(server + "." + feature(to).orElseThrow() + ".view")));
    }

    private ArchRule publicTypes() {
        return classes()
                .that()
                .resideInAPackage(server + ".*")
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .and(describe("are no entry type", type -> !ENTRIES.contains(name(type))))
                .should(Conditions.be(
                        "a record, a sealed type, an interface or an enum",
                        type -> type.isRecord()
                                || type.isInterface()
                                || type.isEnum()
                                || type.reflect().isSealed()));
    }

    private ArchRule noOptionalParameter() {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(api + "..")
                .should(Conditions.takeNo(Optional.class));
    }

    private ArchRule nullMarked() {
        return classes()
                .that(resideInAnyPackage(api + "..", server + "..").and(resideOutsideOfPackages("..tpl..")))
                .should(Conditions.be(
                        "in a package that is @NullMarked",
                        type -> type.getPackage().isAnnotatedWith(NullMarked.class)));
    }

    private Optional<String> feature(JavaClass type) {
        var name = type.getBaseComponentType().getPackageName();
        if (!name.startsWith(server + ".")) {
            return Optional.empty();
        }
        var rest = name.substring(server.length() + 1);
        return Optional.of(rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest);
    }

    private static int floor(Optional<String> feature) {
        var floor = FLOORS.get(feature.orElseThrow());
        if (floor == null) {
            throw new IllegalStateException("give the package " + feature.orElseThrow() + " a floor");
        }
        return floor;
    }

    private String name(JavaClass type) {
        return type.getName().substring(server.length() + 1);
    }
}

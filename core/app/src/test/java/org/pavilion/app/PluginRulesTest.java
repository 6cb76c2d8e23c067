package org.pavilion.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pavilion.server.boot.Main;

/** What the boards of the house may use and keep; each rule is also seen to fail on a class that breaks it. */
final class PluginRulesTest {
    private static final Path PLUGINS = Path.of("../../plugins");

    private static final ArchRule NEVER_THE_SERVER =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.pavilion.server..");

    private static final ArchRule NO_THREADS_NOR_STATIC_COLLECTIONS = fields().should(beHarmlessAfterUnloading());

    @Test
    void noBoardUsesTheServer() throws IOException {
        for (var board : boards()) {
            NEVER_THE_SERVER.check(classes(board));
        }
    }

    @Test
    void noBoardUsesAnother() throws IOException {
        for (var board : boards()) {
            var others = boards().stream()
                    .filter(other -> !other.equals(board))
                    .map(other -> "org.pavilion.plugin." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(classes(board));
        }
    }

    @Test
    void noBoardKeepsWhatWouldPinItsClassLoader() throws IOException {
        for (var board : boards()) {
            NO_THREADS_NOR_STATIC_COLLECTIONS.check(classes(board));
        }
    }

    @Test
    void theRulesFailOnWhatBreaksThem() {
        var broken = new ClassFileImporter().importClasses(Broken.class);
        assertTrue(NEVER_THE_SERVER.evaluate(broken).hasViolation());
        assertTrue(NO_THREADS_NOR_STATIC_COLLECTIONS.evaluate(broken).hasViolation());
    }

    /** Uses the server and keeps a growing static collection. */
    static final class Broken {
        static final Collection<Object> KEPT = new ArrayList<>();

        static Class<?> server() {
            KEPT.add(Main.class);
            return Main.class;
        }
    }

    private static ArchCondition<JavaField> beHarmlessAfterUnloading() {
        return new ArchCondition<>("be no thread, thread local or static mutable collection") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                var type = field.getRawType();
                boolean thread = type.isAssignableTo(Thread.class) || type.isAssignableTo(ThreadLocal.class);
                boolean collection = field.getModifiers().contains(JavaModifier.STATIC)
                        && (type.isEquivalentTo(Collection.class)
                                || type.isAssignableTo(java.util.AbstractCollection.class)
                                || type.isAssignableTo(java.util.AbstractMap.class)
                                || type.isAssignableTo(java.util.concurrent.ConcurrentMap.class));
                if (thread || collection) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " outlives its plugin"));
                }
            }
        };
    }

    private static JavaClasses classes(String board) {
        var classes = new ClassFileImporter().importPath(PLUGINS.resolve(board).resolve("target/classes/org"));
        assertTrue(classes.size() > 3, board + " is not compiled");
        return classes;
    }

    private static List<String> boards() throws IOException {
        try (var folders = Files.list(PLUGINS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}

package org.pavilion.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    private static final String HOUSE = "org.pavilion";
    private static final String BROKEN = "org.pavilion.broken";

    @TestFactory
    Stream<DynamicTest> theHouseKeeps() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(HOUSE + ".api", HOUSE + ".server");
        assertTrue(classes.size() > 100, "the house was not found on the class path");
        return new HouseRules(HOUSE)
                .all().entrySet().stream()
                        .map(rule -> dynamicTest(
                                rule.getKey(),
                                () -> rule.getValue().allowEmptyShould(true).check(classes)));
    }

    @TestFactory
    Stream<DynamicTest> theFixtureBreaks() {
        JavaClasses classes = new ClassFileImporter().importPackages(BROKEN);
        return new HouseRules(BROKEN)
                .all().entrySet().stream()
                        .map(rule -> dynamicTest(
                                rule.getKey(),
                                () -> assertTrue(
                                        rule.getValue()
                                                .allowEmptyShould(true)
                                                .evaluate(classes)
                                                .hasViolation(),
                                        "no class of the fixture breaks this rule, so nobody knows that it works")));
    }
}

package org.pavilion.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The few conditions that the library has no words for. */
final class Conditions {
    private Conditions() {}

    static ArchCondition<JavaClass> dependOnly(String sentence, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("depend only " + sentence) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                from.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !allowed.test(from, dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> be(String sentence, Predicate<JavaClass> allowed) {
        return new ArchCondition<>("be " + sentence) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!allowed.test(type)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is not " + sentence));
                }
            }
        };
    }

    static ArchCondition<JavaMethod> takeNo(Class<?> type) {
        return new ArchCondition<>("take no " + type.getSimpleName()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getRawParameterTypes().stream().anyMatch(each -> each.isEquivalentTo(type))) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes one"));
                }
            }
        };
    }
}

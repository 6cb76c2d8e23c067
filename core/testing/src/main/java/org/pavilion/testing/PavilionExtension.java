package org.pavilion.testing;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the class once for each store it names. */
final class PavilionExtension implements ClassTemplateInvocationContextProvider {
    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(PavilionTest.class);
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        var test = context.getRequiredTestClass().getAnnotation(PavilionTest.class);
        return Stream.of(test.stores()).map(store -> new On(test, store));
    }

    private record On(PavilionTest test, Store store) implements ClassTemplateInvocationContext {
        @Override
        public String getDisplayName(int invocationIndex) {
            return store.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new OneExpo(test, store));
        }
    }
}

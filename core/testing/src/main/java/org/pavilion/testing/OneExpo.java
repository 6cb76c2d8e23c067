package org.pavilion.testing;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.pavilion.server.boot.Server;
import org.pavilion.server.settings.ServerSettings;

/** One server around one test class on one store: opened before it, searched for leaks after it. */
final class OneExpo
        implements BeforeClassTemplateInvocationCallback, AfterClassTemplateInvocationCallback, ParameterResolver {
    private final PavilionTest test;
    private final Store store;
    private final List<String> installed = new ArrayList<>();
    private @Nullable Path data;
    private @Nullable Server server;
    private @Nullable Expo expo;

    OneExpo(PavilionTest test, Store store) {
        this.test = test;
        this.store = store;
    }

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext context) throws IOException, URISyntaxException {
        var folder = Files.createTempDirectory("pavilion-test");
        data = folder;
        var settings = ServerSettings.local(folder).withDev(true);
        var running = Server.start(store == Store.POSTGRES ? settings.withStore(Postgres.freshDatabase()) : settings);
        server = running;
        var jars = Files.createDirectories(folder.resolve("jars"));
        var classes = PackedModule.classes(test.plugin());
        for (var other : test.with()) {
            install(
                    running,
                    PackedModule.of(
                            classes.resolve("../../../" + other + "/target/classes")
                                    .normalize(),
                            jars));
        }
        var module = PackedModule.of(classes, jars);
        install(running, module);
        expo = new Expo(running, module.id(), classes.resolve("demo"));
    }

    private void install(Server running, PackedModule module) {
        running.plugins().install(module.jar());
        installed.add(module.id());
    }

    @Override
    public void afterClassTemplateInvocation(ExtensionContext context) throws IOException {
        var running = server;
        try {
            if (expo != null) {
                expo.close();
            }
            if (running != null) {
                installed.reversed().forEach(running.plugins()::uninstall);
                Leaks.check(running);
            }
        } finally {
            if (running != null) {
                running.close();
            }
            expo = null;
            server = null;
            delete();
        }
    }

    private void delete() throws IOException {
        if (data != null) {
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Expo.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Objects.requireNonNull(expo, "the server did not start");
    }
}

package org.pavilion.server.plugin;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What plugins see of the host: the API and the libraries in it, no class and no resource more. */
final class SpiLoader extends ClassLoader {
    private static final List<String> SHARED = List.of("org.pavilion.api.", "org.jspecify.", "org.jdbi.v3.", "gg.jte.");
    private static final String OWN_TEMPLATES = "gg.jte.generated.";

    private final ClassLoader host;

    SpiLoader(ClassLoader host) {
        super("spi", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith) && !name.startsWith(OWN_TEMPLATES)) {
            return host.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.emptyEnumeration();
    }
}

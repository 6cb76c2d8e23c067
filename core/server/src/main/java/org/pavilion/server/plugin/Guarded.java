package org.pavilion.server.plugin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A feature of the house as one plugin sees it: ends with the plugin, in every method. */
final class Guarded {
    private Guarded() {}

    static <T> T of(Class<T> type, T feature, Doorway doorway) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getDeclaringClass() == Object.class) {
                return switch (method.getName()) {
                    case "equals" -> proxy == args[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> type.getSimpleName();
                };
            }
            doorway.alive();
            try {
                return method.invoke(feature, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}

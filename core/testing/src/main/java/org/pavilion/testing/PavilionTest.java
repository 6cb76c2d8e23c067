package org.pavilion.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pavilion.api.Plugin;

/**
 * Runs a test class against a real server with the module's plugin installed through the real path:
 * {@code target/classes} becomes a jar, and the jar gets a class loader of its own.
 *
 * <pre>{@code
 * @PavilionTest(plugin = Guestbook.class, stores = {SQLITE, POSTGRES})
 * final class GuestbookTest {
 *     @Test
 *     void keepsASignedEntry(Expo expo) {
 *         expo.as(Role.GUEST).post("/entries", Map.of("text", "你好")).expect(200);
 *         expo.awaitEvent("guestbook.signed.v1").restartPlugin();
 *     }
 * }
 * }</pre>
 *
 * <p>Each class has one server for each store; its data is shared by the methods of the class. A write
 * that changes rows and appends no event fails. After the class the plugin is removed, and a class
 * loader or thread of it that is left fails the class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(PavilionExtension.class)
public @interface PavilionTest {
    /** Names the module to pack; the class itself is loaded anew from the jar. */
    Class<? extends Plugin> plugin();

    Store[] stores() default {Store.SQLITE};

    /** Folders of other plugin modules to install before, beside this module's own, e.g. {@code exhibition}. */
    String[] with() default {};
}

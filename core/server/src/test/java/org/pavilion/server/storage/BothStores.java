package org.pavilion.server.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class twice: on SQLite in a directory of its own and on a real PostgreSQL.
 *
 * <pre>{@code
 * @BothStores
 * final class GuestbookTest {
 *     @Test
 *     void keepsWhatWasWritten(Store store) {
 *         var guestbook = new Guestbook(store.mount("core"), store.events("core"));
 *         …
 *     }
 * }
 * }</pre>
 *
 * <p>Each test method gets a {@link Store} with an empty database of its own, already migrated to the
 * core's schema; ask for it in the method, in {@code @BeforeEach} or in the constructor. It is closed
 * after the test. PostgreSQL is started once per JVM, on a free port.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@ExtendWith(BothStoresExtension.class)
public @interface BothStores {}

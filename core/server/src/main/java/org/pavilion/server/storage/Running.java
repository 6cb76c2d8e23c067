package org.pavilion.server.storage;

import java.sql.Connection;
import java.util.concurrent.Callable;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;

/** The read or write that runs on this thread: Jdbi takes its connection from here, and nesting is seen here. */
record Running(Connection connection, Runnable restartLimit) {
    private static final ScopedValue<Running> HERE = ScopedValue.newInstance();

    <T> T run(Ref actor, Callable<T> work) throws Exception {
        return ScopedValue.where(HERE, this).call(() -> Actors.as(actor, work::call));
    }

    static Running here() {
        return HERE.get();
    }

    static boolean inside() {
        return HERE.isBound();
    }

    static void refuseNesting() {
        if (inside()) {
            throw new Problem(
                    "storage.nested", 500, "a read or write was started inside another; pass the handle on instead");
        }
    }
}

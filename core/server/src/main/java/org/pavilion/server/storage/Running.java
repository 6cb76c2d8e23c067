package org.pavilion.server.storage;

import java.sql.Connection;
import java.util.concurrent.Callable;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;

/** The read or write that runs on this thread: Jdbi takes its connection from here, and nesting is seen here. */
record Running(Connection connection, Runnable restartLimit, boolean writes) {
    static Running reading(Connection connection) {
        return new Running(connection, () -> {}, false);
    }

    static Running writing(Connection connection, Runnable restartLimit) {
        return new Running(connection, restartLimit, true);
    }

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

    /** Whether a read may simply go on in the snapshot of the read around it. */
    static boolean insideRead() {
        return inside() && !here().writes();
    }

    static void refuseNesting() {
        if (inside()) {
            throw new Problem(
                    "storage.nested", 500, "a read or write was started inside another; pass the handle on instead");
        }
    }
}

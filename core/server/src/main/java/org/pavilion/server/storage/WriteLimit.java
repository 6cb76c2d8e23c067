package org.pavilion.server.storage;

/** The time limit of the write that runs on this thread. */
public final class WriteLimit {
    private WriteLimit() {}

    /** Starts the 250 ms anew: for an import, which calls it after each line. Does nothing outside a write. */
    public static void restart() {
        if (Running.inside()) {
            Running.here().restartLimit().run();
        }
    }
}

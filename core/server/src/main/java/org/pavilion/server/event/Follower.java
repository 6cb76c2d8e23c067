package org.pavilion.server.event;

/** A projection's place in the log; closing it ends the deliveries and joins their thread. */
public final class Follower implements AutoCloseable {
    Follower() {}

    /** The last position that was handled. */
    public long position() {
        if (true) {
            throw new UnsupportedOperationException();
        }
        return 0;
    }

    @Override
    public void close() {
        if (true) {
            throw new UnsupportedOperationException();
        }
    }
}

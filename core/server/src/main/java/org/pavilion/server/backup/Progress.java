package org.pavilion.server.backup;

/** Hears how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {
    void at(long done, long of);
}

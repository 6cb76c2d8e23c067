package org.pavilion.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;

/** Work outside a request. {@link #at} and {@link #every} run once per cluster. */
@Stable
public interface Tasks {

    /** Says how to do a task declared in the manifest; in {@link Plugin#start}. */
    Tasks on(String name, TaskBody body);

    /** Schedules in the same transaction: survives a restart, runs once, again after a failure. */
    void at(Handle handle, String name, Instant when, String argument);

    /** Runs the declared task again and again, the first time after one interval. */
    void every(String name, Duration interval);

    /** Runs now on a thread of the plugin; interrupted at stop. */
    Future<?> submit(TaskBody body);

    @FunctionalInterface
    interface TaskBody {
        void run(String argument) throws Exception;
    }
}

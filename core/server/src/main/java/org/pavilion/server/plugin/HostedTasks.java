package org.pavilion.server.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Tasks;

/** Tasks as one plugin sees them: only the names its manifest declares. */
record HostedTasks(Tasks tasks, Manifest manifest, Doorway doorway) implements Tasks {
    @Override
    public Tasks on(String name, TaskBody body) {
        doorway.registering();
        declared(name);
        tasks.on(name, inside(body));
        return this;
    }

    @Override
    public void at(Handle handle, String name, Instant when, String argument) {
        doorway.alive();
        declared(name);
        tasks.at(handle, name, when, argument);
    }

    @Override
    public void every(String name, Duration interval) {
        doorway.alive();
        declared(name);
        tasks.every(name, interval);
    }

    @Override
    public Future<?> submit(TaskBody body) {
        doorway.alive();
        return tasks.submit(inside(body));
    }

    private void declared(String name) {
        doorway.declared(manifest.tasks().contains(name), "task", name);
    }

    private TaskBody inside(TaskBody body) {
        return argument -> doorway.<Boolean, Exception>asPlugin(() -> {
            body.run(argument);
            return true;
        });
    }
}

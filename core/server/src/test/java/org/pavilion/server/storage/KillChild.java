package org.pavilion.server.storage;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Ref;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.telemetry.Telemetry;

/** Writes as fast as it can and says the number of each write once it was acknowledged; is killed at it. */
final class KillChild {
    record Moved(Ref subject, long amount) implements DomainEvent {}

    private KillChild() {}

    public static void main(String[] args) {
        var database = Database.open(ServerSettings.local(Path.of(args[0])), new Telemetry());
        database.migrate("kill", "kill_", List.of(new Script("V1__init.sql", """
                create table kill_write(n bigint not null primary key, event text not null);
                create table kill_account(id bigint not null primary key, balance bigint not null);
                insert into kill_account(id, balance) values (0, 0), (1, 0), (2, 0), (3, 0);""")));
        var mount = database.mount("kill", new Json());
        mount.register("kill.moved.v1", Moved.class);
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        long base = Long.parseLong(args[1]);
        for (int writer = 0; writer < 8; writer++) {
            var first = base + writer;
            Thread.ofPlatform().start(() -> {
                for (long n = first; ; n += 8) {
                    write(mount, n);
                    acknowledge(out, n);
                }
            });
        }
    }

    private static void write(StorageMount mount, long n) {
        mount.write((handle, journal) -> {
            handle.execute("update kill_account set balance = balance - 1 where id = ?", n % 4);
            handle.execute("update kill_account set balance = balance + 1 where id = ?", (n + 1) % 4);
            var event = journal.append(new Moved(new Ref("account", "a" + n % 4), 1));
            return handle.execute("insert into kill_write(n, event) values (?, ?)", n, event);
        });
    }

    private static void acknowledge(DataOutputStream out, long n) {
        synchronized (out) {
            try {
                out.writeLong(n);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

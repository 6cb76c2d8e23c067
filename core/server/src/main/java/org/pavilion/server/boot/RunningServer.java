package org.pavilion.server.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pavilion.server.json.Json;

/**
 * The note a running server leaves in its data directory, so that other verbs on the same machine
 * find it.
 */
record RunningServer(long pid, URI url) {
    private static final String FILE = "running.json";

    static void announce(Path data, URI url) {
        try {
            Files.write(
                    data.resolve(FILE),
                    new Json().bytes(new RunningServer(ProcessHandle.current().pid(), url)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void withdraw(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server that runs on the directory; empty when there is none or it died without a word. */
    static Optional<RunningServer> on(Path data) {
        var file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Json().read(Files.readAllBytes(file), RunningServer.class))
                    .filter(server -> ProcessHandle.of(server.pid()).isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.pavilion.bench.fanout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A server that takes connections, in a process of its own that ends with this object. */
final class Started implements AutoCloseable {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long PAUSE_NANOS = 50_000_000L;
    private static final Pattern PORT = Pattern.compile("(?m)^port (\\d+)$");
    private static final Pattern PUBLISH = Pattern.compile("(?m)^publish (\\d+)$");

    private final Process process;
    private final Dialect dialect;
    private final int port;
    private final int publishPort;

    private Started(Process process, Dialect dialect, int port, int publishPort) {
        this.process = process;
        this.dialect = dialect;
        this.port = port;
        this.publishPort = publishPort;
    }

    /** One that says its port on a line of its output. */
    static Started announced(List<String> command, Path work, String name, Dialect dialect) throws IOException {
        var log = work.resolve(name + ".log");
        var process = launch(command, log);
        for (long end = System.nanoTime() + PATIENCE_NANOS; System.nanoTime() < end && process.isAlive(); ) {
            var port = PORT.matcher(Files.readString(log));
            if (port.find()) {
                var publish = PUBLISH.matcher(Files.readString(log));
                return new Started(
                        process,
                        dialect,
                        Integer.parseInt(port.group(1)),
                        publish.find() ? Integer.parseInt(publish.group(1)) : 0);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        process.destroyForcibly();
        throw new IOException(
                name + " does not start: " + Files.readString(log).lines().reduce("", (a, b) -> b));
    }

    /** One that was told its port. */
    static Started listening(List<String> command, Path work, String name, Dialect dialect, int port)
            throws IOException {
        var log = work.resolve(name + ".log");
        var process = launch(command, log);
        for (long end = System.nanoTime() + PATIENCE_NANOS; System.nanoTime() < end && process.isAlive(); ) {
            try (var probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Started(process, dialect, probe.getPort(), 0);
            } catch (IOException notYet) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        process.destroyForcibly();
        throw new IOException(
                name + " does not start: " + Files.readString(log).lines().reduce("", (a, b) -> b));
    }

    private static Process launch(List<String> command, Path log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    Load.Plan plan(int listeners, int dead, int rate, int bytes, double seconds) {
        return new Load.Plan(dialect, port, publishPort, process.pid(), listeners, dead, rate, bytes, seconds);
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

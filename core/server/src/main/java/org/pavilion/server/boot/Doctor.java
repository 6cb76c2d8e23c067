package org.pavilion.server.boot;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.pavilion.api.Problem;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.storage.Database;
import org.pavilion.server.telemetry.Telemetry;

/** Looks at the machine and the data directory as a start would, and says what is in its way. */
final class Doctor {
    private static final int JDK = 25;
    private static final long DISK_LEAST = 1L << 30;
    private static final long DESCRIPTORS_LEAST = 4_096;
    private static final int TOOL_SECONDS = 5;

    private final ServerSettings settings;
    private final Optional<RunningServer> running;

    Doctor(ServerSettings settings) {
        this.settings = settings;
        this.running = RunningServer.on(settings.data());
    }

    List<Finding> examine() {
        return List.of(
                jdk(),
                port(),
                disk(),
                descriptors(),
                dataDirectory(),
                secrets(),
                database(),
                web(),
                browser(),
                fonts());
    }

    private static Finding jdk() {
        var version = Runtime.version();
        return version.feature() >= JDK
                ? Finding.good("JDK", version + " at " + System.getProperty("java.home"))
                : Finding.bad("JDK", version + " is too old", "install a JDK " + JDK + " or newer, e.g. Temurin");
    }

    private Finding port() {
        if (running.isPresent()) {
            return Finding.good("port", "Pavilion answers at " + running.get().url());
        }
        try {
            Ports.requireFree(settings);
            return Finding.good("port", settings.host() + ":" + settings.port() + " is free");
        } catch (Problem e) {
            return Finding.bad("port", e.detail(), "pavilion serve --port " + (settings.port() + 1));
        }
    }

    private Finding disk() {
        try {
            var free = Files.getFileStore(existing(settings.data())).getUsableSpace();
            var text = (free >> 20) + " MiB free for " + settings.data();
            return free >= DISK_LEAST
                    ? Finding.good("disk", text)
                    : Finding.poor(
                            "disk", text, "free at least " + (DISK_LEAST >> 20) + " MiB, or use --data elsewhere");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finding descriptors() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
            return Finding.good("descriptors", "not limited on this system");
        }
        var most = unix.getMaxFileDescriptorCount();
        return most >= DESCRIPTORS_LEAST
                ? Finding.good("descriptors", most + " may be open at once")
                : Finding.poor("descriptors", "only " + most + " may be open at once", "ulimit -n 65536");
    }

    private Finding dataDirectory() {
        var data = settings.data();
        if (!Files.exists(data)) {
            return Files.isWritable(existing(data))
                    ? Finding.good("data directory", data + " will be made at the first start")
                    : Finding.bad("data directory", data + " cannot be made", "mkdir -p " + data);
        }
        return Files.isDirectory(data) && Files.isWritable(data)
                ? Finding.good("data directory", data.toString())
                : Finding.bad("data directory", data + " cannot be written", "chown -R $(id -un) " + data);
    }

    private Finding secrets() {
        var token = Identity.tokenFile(settings.data());
        if (!Files.exists(token)
                || !FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Finding.good("secrets", Files.exists(token) ? token.toString() : "made at the first start");
        }
        try {
            var mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(token));
            return mode.substring(3).equals("------")
                    ? Finding.good("secrets", token + " is for its owner alone")
                    : Finding.bad("secrets", token + " can be read by others", "chmod 600 " + token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Finding database() {
        if (running.isPresent()) {
            return Finding.good("database", "in use by the running server; its health is at /readyz");
        }
        var name = settings.store().isPresent() ? "PostgreSQL" : "SQLite";
        if (settings.store().isEmpty() && !Files.exists(settings.data())) {
            return Finding.good("database", "SQLite, made at the first start");
        }
        try (var database = Database.open(settings, new Telemetry())) {
            return Finding.good("database", name + " " + database.health());
        } catch (Problem e) {
            return Finding.bad(
                    "database",
                    e.detail(),
                    "look at the address of --store, or at the newest file in "
                            + settings.data().resolve("logs"));
        }
    }

    private static Finding web() {
        return Doctor.class.getResource("/web/manifest.json") != null
                ? Finding.good("front end", "built")
                : Finding.poor(
                        "front end",
                        "this build has no front end; pages work without scripts and styles",
                        "./pavilion serve");
    }

    private static Finding browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(Doctor::onPath)
                .flatMap(Optional::stream)
                .findFirst()
                .map(file -> Finding.good("browser", file + ", for ./pavilion test"))
                .orElseGet(() -> Finding.poor(
                        "browser", "no Chromium; only ./pavilion test needs it", "sudo apt-get install -y chromium"));
    }

    private static Finding fonts() {
        if (onPath("fc-list").isEmpty()) {
            return Finding.good("fonts", "not known here: no fontconfig");
        }
        return output("fc-list", ":lang=zh", "family").isBlank()
                ? Finding.poor(
                        "fonts",
                        "no Chinese font; only screenshots of ./pavilion test need one",
                        "sudo apt-get install -y fonts-noto-cjk")
                : Finding.good("fonts", "Chinese can be drawn");
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String output(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(TOOL_SECONDS, TimeUnit.SECONDS) ? text : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static Path existing(Path path) {
        var each = path.toAbsolutePath();
        while (!Files.exists(each) && each.getParent() != null) {
            each = each.getParent();
        }
        return each;
    }
}

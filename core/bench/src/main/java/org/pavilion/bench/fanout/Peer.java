package org.pavilion.bench.fanout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One server of the table: how it is started, and why it cannot be when it cannot. */
enum Peer {
    PAVILION("Pavilion", Dialect.PAVILION) {
        @Override
        Started start(Path work) throws IOException {
            var data = Files.createTempDirectory(work, "pavilion");
            return Started.announced(java(FanoutServer.class, data.toString()), work, name(), dialect());
        }
    },
    FLOOR("a C loop that only writes", Dialect.ECHO) {
        @Override
        Started start(Path work) throws IOException {
            var source = Files.writeString(work.resolve("floor.c"), resource("floor.c"));
            var binary = work.resolve("floor");
            run(
                    List.of(program("cc"), "-O2", "-o", binary.toString(), source.toString()),
                    work,
                    "a C compiler that works");
            return Started.announced(List.of(binary.toString()), work, name(), dialect());
        }
    },
    JAVALIN("Javalin, a send per session", Dialect.ECHO) {
        @Override
        Started start(Path work) throws IOException {
            return Started.announced(java(NaiveServer.class), work, name(), dialect());
        }
    },
    WS("ws on Node", Dialect.ECHO) {
        @Override
        Started start(Path work) throws IOException {
            return Started.announced(node(work, "ws.js", "ws@8.23.0"), work, name(), dialect());
        }
    },
    SOCKETIO("socket.io on Node", Dialect.SOCKETIO) {
        @Override
        Started start(Path work) throws IOException {
            return Started.announced(node(work, "socketio.js", "socket.io@4.8.4"), work, name(), dialect());
        }
    },
    NCHAN("nchan in nginx", Dialect.NCHAN) {
        @Override
        Started start(Path work) throws IOException {
            var module = List.of(
                            "/usr/lib/nginx/modules/ngx_nchan_module.so",
                            "/usr/share/nginx/modules/ngx_nchan_module.so")
                    .stream()
                    .filter(file -> Files.exists(Path.of(file)))
                    .findFirst()
                    .orElseThrow(() -> new NotInstalled("nginx with libnginx-mod-nchan"));
            int port = freePort();
            var folder = Files.createTempDirectory(work, "nchan");
            var conf = folder.resolve("nginx.conf");
            Files.writeString(
                    conf,
                    resource("nchan.conf")
                            .replace("MODULE", "load_module " + module + ";")
                            .replace("PREFIX", folder.toString())
                            .replace("PORT", "" + port));
            var nginx = program("nginx");
            return Started.listening(
                    List.of(nginx, "-p", folder.toString(), "-c", conf.toString()), work, name(), dialect(), port);
        }
    },
    NATS("nats-server WebSocket", Dialect.NATS) {
        @Override
        Started start(Path work) throws IOException {
            int port = freePort();
            var conf = Files.createTempFile(work, "nats", ".conf");
            Files.writeString(conf, resource("nats.conf").replace("PORT", "" + port));
            return Started.listening(
                    List.of(program("nats-server"), "-c", conf.toString()), work, name(), dialect(), port);
        }
    };

    /** Thrown where a peer's program is missing: the table lists it as not run. */
    static final class NotInstalled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotInstalled(String what) {
            super(what + " is not installed");
        }
    }

    private final String title;
    private final Dialect dialect;

    Peer(String title, Dialect dialect) {
        this.title = title;
        this.dialect = dialect;
    }

    abstract Started start(Path work) throws IOException;

    String title() {
        return title;
    }

    Dialect dialect() {
        return dialect;
    }

    /** A JVM with our class path; both Java servers get the same flags. */
    static List<String> java(Class<?> main, String... words) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1500m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(words));
        return command;
    }

    private static List<String> node(Path work, String script, String library) throws IOException {
        var node = program("node");
        var folder = Files.createDirectories(work.resolve("node"));
        Files.writeString(folder.resolve(script), resource(script));
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        run(
                List.of(program("npm"), "install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", library),
                folder,
                library);
        return List.of(node, folder.resolve(script).toString());
    }

    /** Runs a tool that a peer is made with; what it could not make is not installed. */
    private static void run(List<String> command, Path folder, String what) throws IOException {
        var tool = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile())
                .start();
        try {
            if (!tool.waitFor(120, TimeUnit.SECONDS) || tool.exitValue() != 0) {
                tool.destroyForcibly();
                throw new NotInstalled(what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String program(String name) {
        return Optional.ofNullable(System.getenv("PATH")).stream()
                .flatMap(path -> List.of(path.split(":")).stream())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new NotInstalled(name))
                .toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String resource(String name) {
        try (var in = Peer.class.getResourceAsStream("/peers/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

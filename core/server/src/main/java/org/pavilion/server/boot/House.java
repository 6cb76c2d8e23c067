package org.pavilion.server.boot;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.pavilion.server.settings.ServerSettings;
import org.pavilion.server.telemetry.Logs;

/** Runs a server in the foreground until the process is told to stop; then closes it and exits with 0. */
final class House {
    private static final int CLOSE_SECONDS = 10;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    static int run(ServerSettings settings, PrintWriter out) throws InterruptedException {
        return new House().keep(settings, out);
    }

    private int keep(ServerSettings settings, PrintWriter out) throws InterruptedException {
        Logs.toFiles(settings.data());
        Runtime.getRuntime().addShutdownHook(new Thread(this::onSignal, "stop"));
        try (var server = Server.start(settings, line -> out.println("  " + line))) {
            welcome(server, settings, out);
            asked.await();
            out.println("  Closing …");
        } finally {
            Logs.close();
            closed.countDown();
        }
        out.println("  Closed.");
        return 0;
    }

    private static void welcome(Server server, ServerSettings settings, PrintWriter out) {
        out.println();
        out.println("  Pavilion is open:  " + server.url());
        if (settings.demo() || !server.identity().operatorPresent()) {
            out.println("  Sign in once as the operator:  " + server.setupLink());
        }
        out.println("  Data: " + settings.data() + "   Stop: Ctrl-C");
        out.println();
    }

    /**
     * A JVM that ends by SIGINT or SIGTERM exits with 130 or 143 whatever its hooks do. A clean stop
     * on request is a success, so the hook ends the process itself once everything is closed. After
     * a failed start everything is closed already and the exit code stays what it is.
     */
    private void onSignal() {
        if (closed.getCount() == 0) {
            return;
        }
        asked.countDown();
        boolean clean;
        try {
            clean = closed.await(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            clean = false;
        }
        Runtime.getRuntime().halt(clean ? 0 : 1);
    }
}

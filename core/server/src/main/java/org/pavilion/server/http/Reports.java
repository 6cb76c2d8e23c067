package org.pavilion.server.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.pavilion.server.telemetry.Telemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what browsers report: refused content and failing islands. Counted always, logged in samples. */
final class Reports {
    private static final Logger log = LoggerFactory.getLogger(Reports.class);
    private static final int LONGEST = 16 * 1024;
    private static final int LOGGED = 600;
    private static final long EVERY = 20;

    private final Telemetry telemetry;
    private final AtomicLong seen = new AtomicLong();

    Reports(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    void policy(Exchange x) throws IOException {
        take(x, "csp");
    }

    void failure(Exchange x) throws IOException {
        take(x, "client-error");
    }

    private void take(Exchange x, String kind) throws IOException {
        var body = new LimitedBody(x.servlet().getInputStream(), LONGEST).readAllBytes();
        telemetry.count("browser_reports", "kind", kind);
        if (seen.getAndIncrement() % EVERY == 0) {
            log.info("browser report {} [{}]: {}", kind, x.id(), readable(body));
        }
        Renderer.empty(x, 204);
    }

    /** One line without control characters: a report cannot forge log lines. */
    private static String readable(byte[] body) {
        var text = new String(body, java.nio.charset.StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ");
        return text.length() <= LOGGED ? text : text.substring(0, LOGGED);
    }
}

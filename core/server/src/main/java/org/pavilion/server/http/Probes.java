package org.pavilion.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.pavilion.api.Health;
import org.pavilion.api.Permission;
import org.pavilion.api.Problem;
import org.pavilion.api.Scope;
import org.pavilion.server.json.Json;

/** What machines ask of the house: is it alive, is it ready, how does it do. */
final class Probes {
    private static final Permission DETAILS = new Permission("health:details");

    private final HttpParts house;
    private final Json json;
    private final boolean metricsOpen;

    Probes(HttpParts house, boolean metricsOpen) {
        this.house = house;
        this.json = house.json();
        this.metricsOpen = metricsOpen;
    }

    /** One check's answer. */
    record Check(String status, String reason) {}

    void health(Exchange x) throws IOException {
        answer(x, 200, Map.of("status", "up"));
    }

    /** Ready unless a check is down; the checks by name only for the operator. */
    void ready(Exchange x) throws IOException {
        var checks = new TreeMap<String, Check>();
        house.checks().forEach((name, check) -> checks.put(name, run(check)));
        boolean down = checks.values().stream().anyMatch(check -> check.status().equals("down"));
        var body = new LinkedHashMap<String, Object>();
        body.put("status", down ? "down" : "up");
        if (Query.parse(x.servlet().getQueryString()).containsKey("details")) {
            house.identity().require(x.caller().orElseThrow(), DETAILS, Scope.EXPO);
            body.put("checks", checks);
        }
        answer(x, down ? 503 : 200, body);
    }

    private static Check run(Supplier<Health.Status> check) {
        try {
            return switch (check.get()) {
                case Health.Status.Up up -> new Check("up", "");
                case Health.Status.Degraded degraded -> new Check("degraded", degraded.reason());
                case Health.Status.Down down -> new Check("down", down.reason());
            };
        } catch (RuntimeException e) {
            return new Check("down", "the check itself failed: " + e.getClass().getSimpleName());
        }
    }

    /**
     * Metrics, for this machine only unless opened. A request that came through a proxy is not from
     * this machine, whatever address the proxy has.
     */
    void metrics(Exchange x) throws IOException {
        if (!metricsOpen && !(loopback(x) && direct(x))) {
            throw Problem.notFound("this page");
        }
        var out = new ByteArrayOutputStream();
        house.telemetry().write(out);
        x.context().res().setHeader("Cache-Control", "no-store");
        Sender.bytes(x, 200, "text/plain; version=0.0.4; charset=utf-8", out.toByteArray(), null);
    }

    private static boolean loopback(Exchange x) {
        return InetAddress.ofLiteral(x.servlet().getRemoteAddr()).isLoopbackAddress();
    }

    private static boolean direct(Exchange x) {
        return x.header("X-Forwarded-For").isEmpty()
                && x.header("Forwarded").isEmpty()
                && x.header("Via").isEmpty();
    }

    private void answer(Exchange x, int status, Object body) throws IOException {
        x.context().res().setHeader("Cache-Control", "no-store");
        Sender.bytes(x, status, "application/json", json.bytes(body), null);
    }
}

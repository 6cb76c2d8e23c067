package org.pavilion.server.http;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;
import org.pavilion.server.settings.ServerSettings;

/**
 * The first handler of every request: gives it an id, puts the security headers on its answer, checks
 * {@code Host}, and turns away more work than the house can hold.
 */
final class Gate extends Handler.Wrapper {
    static final int MOST_IN_FLIGHT = 2_000;
    static final String ID = "pavilion.id";
    static final String ADDRESS = "pavilion.address";

    private static final long RETRY_MS = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final SecurityHeaders headers;
    private final HostRule hosts;
    private final List<Network> proxies;
    private final Json json;
    private final int most;

    Gate(SecurityHeaders headers, ServerSettings settings, Json json, int most) {
        this.headers = headers;
        this.hosts = new HostRule(settings);
        this.proxies = Network.of(settings.trustedProxies());
        this.json = json;
        this.most = most;
    }

    /** Address of the client, proxies we trust aside, of a request that came through here. */
    static String client(Request request) {
        return String.valueOf(request.getAttribute(ADDRESS));
    }

    int inFlight() {
        return inFlight.get();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var id = id();
        request.setAttribute(ID, id);
        request.setAttribute(ADDRESS, address(request));
        headers.each((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("X-Request-Id", id);
        if (!hosts.answers(Request.getServerName(request), Request.getLocalAddr(request))) {
            refuse(request, response, callback, new Problem("request.host", 421, "This server has another name"));
            return true;
        }
        if (inFlight.incrementAndGet() > most) {
            inFlight.decrementAndGet();
            refuse(
                    request,
                    response,
                    callback,
                    new Problem("server.busy", 503, "Too many visitors at once; try again in a moment")
                            .retryAfter(RETRY_MS));
            return true;
        }
        Request.addCompletionListener(request, failure -> inFlight.decrementAndGet());
        return super.handle(request, response, callback);
    }

    private void refuse(Request request, Response response, Callback callback, Problem problem) {
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (problem.retryAfterMs() > 0) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, problem.retryAfterMs() / 1000);
        }
        var body = json.bytes(
                Failures.body(problem, Request.getPathInContext(request), String.valueOf(request.getAttribute(ID))));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** The client behind proxies we trust: the last address of the chain that is not one of them. */
    private String address(Request request) {
        var remote = Request.getRemoteAddr(request);
        if (!trusted(remote)) {
            return remote;
        }
        var forwarded = String.join(",", request.getHeaders().getValuesList("X-Forwarded-For"));
        var hops = forwarded.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (!hop.isEmpty() && !trusted(hop)) {
                return hop;
            }
        }
        return remote;
    }

    private boolean trusted(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }

    private String id() {
        var bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

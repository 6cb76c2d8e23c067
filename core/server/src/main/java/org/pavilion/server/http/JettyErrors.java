package org.pavilion.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.pavilion.api.Problem;
import org.pavilion.server.json.Json;

/** Failures that never reach the pipeline: broken requests, oversized headers, impossible paths. */
final class JettyErrors extends ErrorHandler {
    private final SecurityHeaders headers;
    private final Json json;

    JettyErrors(SecurityHeaders headers, Json json) {
        this.headers = headers;
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        headers.each((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        int status = response.getStatus() < 400 ? status(request) : response.getStatus();
        response.setStatus(status);
        var id = request.getAttribute(Gate.ID);
        var path = request.getHttpURI().getPath();
        response.write(true, body(status, path == null ? "" : path, id == null ? "" : id.toString()), callback);
        return true;
    }

    private static int status(Request request) {
        return request.getAttribute(ERROR_EXCEPTION) instanceof HttpException known ? known.getCode() : 500;
    }

    private ByteBuffer body(int status, String path, String id) {
        var code = status >= 500 ? "server.fault" : status == 431 ? "request.headers-too-large" : "request.malformed";
        return ByteBuffer.wrap(json.bytes(Failures.body(new Problem(code, status, Failures.title(status)), path, id)));
    }
}

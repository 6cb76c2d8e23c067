package org.pavilion.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Blobs;
import org.pavilion.api.Problem;
import org.pavilion.api.Response;
import org.pavilion.server.json.Json;
import org.pavilion.server.live.view.KeptFile;

/** Turns what a handler answered into an HTTP response. */
final class Renderer {
    private final Layout layout;
    private final Blobs blobs;

    Renderer(Layout layout, Blobs blobs) {
        this.layout = layout;
        this.blobs = blobs;
    }

    void render(HttpRequest request, Response answer, Json json) throws Exception {
        var x = request.exchange();
        switch (answer) {
            case Response.Json value -> json(x, value, json);
            case Response.Page page -> page(request, page);
            case Response.Created created -> created(x, created, json);
            case Response.Redirect redirect -> redirect(x, redirect.to());
            case Response.NoContent nothing -> noContent(x);
            case Response.Stream stream -> stream(x, stream);
            case Response.Blob blob -> blob(x, blob);
        }
    }

    private void json(Exchange x, Response.Json answer, Json json) throws IOException {
        if (backToPage(x)) {
            return;
        }
        var body = json.bytes(answer.value());
        cache(x);
        @Nullable String etag = null;
        if (answer.version().isPresent()) {
            etag = "\"" + answer.version().getAsLong() + "\"";
        } else if (!x.unsafe() && answer.status() == 200) {
            etag = "W/\"" + Hashes.etag(body) + "\"";
        }
        Sender.bytes(x, answer.status(), "application/json", body, etag);
    }

    private void page(HttpRequest request, Response.Page answer) throws IOException {
        var x = request.exchange();
        var body = layout.page(request, answer.html(), answer.status() >= 400).getBytes(StandardCharsets.UTF_8);
        cache(x);
        var etag = answer.status() == 200 && !x.unsafe() ? "W/\"" + Hashes.etag(body) + "\"" : null;
        Sender.bytes(x, answer.status(), "text/html; charset=utf-8", body, etag);
    }

    private static void created(Exchange x, Response.Created answer, Json json) throws IOException {
        if (backToPage(x)) {
            return;
        }
        x.context().res().setHeader("Location", answer.at().toASCIIString());
        cache(x);
        Sender.bytes(x, 201, "application/json", json.bytes(answer.value()), null);
    }

    static void redirect(Exchange x, URI to) {
        var target = to.toASCIIString();
        if (!target.startsWith("/") || target.startsWith("//")) {
            throw new Problem("server.fault", 500, "a redirect leaves the site");
        }
        cache(x);
        x.context().res().setHeader("Location", target);
        empty(x, 303);
    }

    private static void noContent(Exchange x) {
        if (!backToPage(x)) {
            cache(x);
            empty(x, 204);
        }
    }

    /** A form sent without script returns to the page it stands on. */
    private static boolean backToPage(Exchange x) {
        if (!x.unsafe() || !x.form() || !x.wantsPage()) {
            return false;
        }
        var back = referer(x);
        back.ifPresent(path -> redirect(x, URI.create(path)));
        return back.isPresent();
    }

    private static Optional<String> referer(Exchange x) {
        var referer = x.header("Referer");
        if (referer.isEmpty()) {
            return Optional.empty();
        }
        try {
            var from = new URI(referer.get());
            var same = from.getRawAuthority() != null
                    && from.getRawAuthority().equalsIgnoreCase(x.header("Host").orElse(""));
            var path = from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery());
            return same && path.startsWith("/") && !path.startsWith("//") ? Optional.of(path) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static void stream(Exchange x, Response.Stream answer) throws Exception {
        var response = x.context().res();
        if (answer.body() instanceof KeptFile kept) {
            kept(x, answer.type(), kept.path());
            return;
        }
        cache(x);
        response.setContentType(answer.type());
        if (!answer.fileName().isEmpty()) {
            response.setHeader("Content-Disposition", attachment(answer.fileName()));
        }
        if (!x.head()) {
            answer.body().write(response.getOutputStream());
        }
    }

    private static void kept(Exchange x, String type, Path path) throws IOException {
        long size = Files.size(path);
        var body = new StaticFile.Body(size, () -> Files.newInputStream(path));
        var etag = path.getFileName() + "-" + Long.toHexString(size);
        var file = new StaticFile(type, etag, body, StaticFile.Body.NONE, StaticFile.Body.NONE);
        Sender.file(x, file, x.shared() ? Sender.IMMUTABLE : "private, max-age=3600");
    }

    private void blob(Exchange x, Response.Blob answer) throws IOException {
        var ref = answer.ref();
        var in = blobs.open(ref).orElseThrow(() -> Problem.notFound("this file"));
        in.close();
        if (!MediaTypes.inline(answer.type())) {
            x.context().res().setHeader("Content-Disposition", "attachment");
        }
        var body = new StaticFile.Body(ref.size(), () -> opened(blobs, answer));
        var file = new StaticFile(answer.type(), ref.sha256(), body, StaticFile.Body.NONE, StaticFile.Body.NONE);
        Sender.file(x, file, x.shared() ? "public, no-cache" : "private, no-cache");
    }

    private static InputStream opened(Blobs blobs, Response.Blob answer) throws IOException {
        return blobs.open(answer.ref()).orElseThrow(() -> new IOException("the file is gone"));
    }

    /** Names in both spellings of RFC 6266; quotes, controls and path characters never reach the header. */
    private static String attachment(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        var encoded = java.net.URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    /** Answers for everybody are revalidated each time; what one caller got stays with that caller. */
    static void cache(Exchange x) {
        var common = x.shared() && !x.unsafe();
        x.context().res().setHeader("Cache-Control", common ? "no-cache" : "private, no-store");
    }

    static void empty(Exchange x, int status) {
        var response = x.context().res();
        response.setStatus(status);
        response.setContentType(null);
        if (status != 204) {
            response.setContentLengthLong(0);
        }
    }
}

package org.pavilion.server.http;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pavilion.api.Problem;
import org.pavilion.server.plugin.Asset;
import org.pavilion.server.plugin.PluginHost;

/** Front-end files of the house and of its plugins. Their names change with their bytes, so they never expire. */
final class AssetServer {
    private static final Pattern PLUGIN = Pattern.compile("/plugins/([a-z][a-z0-9-]{1,30})/([^/]+)/(.+)");

    private final WebFiles files;
    private final PluginHost plugins;
    private final BrandFiles brand;

    AssetServer(WebFiles files, PluginHost plugins, BrandFiles brand) {
        this.files = files;
        this.brand = brand;
        this.plugins = plugins;
    }

    /** Whether the path belongs to files; then {@link #serve} answers it. */
    boolean owns(String path) {
        return path.startsWith("/assets/")
                || path.startsWith("/plugins/")
                || path.equals("/favicon.ico")
                || brand.owns(path);
    }

    void serve(Exchange x) throws IOException {
        var path = x.fullPath();
        if (brand.owns(path)) {
            brand.serve(x, path);
            return;
        }
        if (path.equals("/favicon.ico")) {
            x.route("/favicon.ico");
            Sender.file(
                    x,
                    files.find("favicon.ico")
                            .or(() -> files.find("favicon.svg"))
                            .orElseThrow(AssetServer::missing),
                    "no-cache");
            return;
        }
        var plugin = PLUGIN.matcher(path);
        if (plugin.matches()) {
            x.route("/plugins/{id}/{version}/{file}");
            var asset = plugins.asset(plugin.group(1), plugin.group(2), plugin.group(3));
            Sender.file(x, asset.map(AssetServer::file).orElseThrow(AssetServer::missing), Sender.IMMUTABLE);
            return;
        }
        x.route("/assets/{file}");
        Optional<StaticFile> found = path.startsWith("/assets/") ? files.find(path.substring(1)) : Optional.empty();
        Sender.file(x, found.orElseThrow(AssetServer::missing), Sender.IMMUTABLE);
    }

    private static StaticFile file(Asset asset) {
        var variants = asset.variants();
        return new StaticFile(
                MediaTypes.of(asset.name()),
                asset.etag(),
                body(variants.get("identity")),
                body(variants.get("br")),
                body(variants.get("gzip")));
    }

    private static StaticFile.Body body(byte @Nullable [] bytes) {
        return bytes == null ? StaticFile.Body.NONE : StaticFile.Body.of(bytes);
    }

    private static Problem missing() {
        return Problem.notFound("this file");
    }
}

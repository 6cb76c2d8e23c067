package org.pavilion.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;
import org.pavilion.server.brand.Brand;
import org.pavilion.server.brand.Theme;
import org.pavilion.server.json.Json;

/** The files that the expo's profile makes: its colours, its logo and the manifest of its icon. */
final class BrandFiles {
    private static final Pattern IMAGE = Pattern.compile("/brand/([0-9a-f]{64})\\.(?:png|svg)");

    private final Brand brand;
    private final Json json;

    BrandFiles(Brand brand, Json json) {
        this.brand = brand;
        this.json = json;
    }

    boolean owns(String path) {
        return path.startsWith("/theme-")
                || path.startsWith("/brand/")
                || SitePaths.withoutLanguage(path).equals("/manifest.webmanifest");
    }

    void serve(Exchange x, String path) throws IOException {
        if (path.startsWith("/theme-")) {
            x.route("/theme-{hash}.css");
            theme(x, path);
        } else if (path.startsWith("/brand/")) {
            x.route("/brand/{hash}");
            image(x, path);
        } else {
            x.route("/manifest.webmanifest");
            manifest(x);
        }
    }

    private static void theme(Exchange x, String path) throws IOException {
        var theme = Theme.at(path).orElseThrow(() -> Problem.notFound("this file"));
        var css = theme.css().getBytes(StandardCharsets.UTF_8);
        x.context().res().setHeader("Cache-Control", Sender.IMMUTABLE);
        Sender.bytes(x, 200, "text/css; charset=utf-8", css, "\"" + Hashes.etag(css) + "\"");
    }

    private void image(Exchange x, String path) throws IOException {
        var match = IMAGE.matcher(path);
        var stored = match.matches() ? brand.image(match.group(1)) : Optional.<Brand.Stored>empty();
        try (var bytes = stored.orElseThrow(() -> Problem.notFound("this file")).bytes()) {
            var image = stored.get().image();
            x.context().res().setHeader("Cache-Control", Sender.IMMUTABLE);
            Sender.bytes(x, 200, image.type(), bytes.readAllBytes(), "\"" + image.sha256() + "\"");
        }
    }

    private void manifest(Exchange x) throws IOException {
        var language = x.language();
        var profile = brand.profile();
        var members = new LinkedHashMap<String, Object>();
        members.put("name", profile.name().in(language));
        members.put("short_name", profile.name().in(language));
        members.put("lang", language.tag());
        members.put("start_url", SitePaths.of("/", language, Optional.empty()));
        members.put("display", "minimal-ui");
        members.put("background_color", "#f6f5f2");
        members.put(
                "theme_color",
                profile.theme().map(theme -> theme.light().brand()).orElse("#c2331d"));
        profile.logo()
                .ifPresent(logo -> members.put(
                        "icons",
                        List.of(Map.of(
                                "src", logo.icon().path(),
                                "type", logo.icon().type(),
                                "sizes", logo.icon().width() + "x" + logo.icon().height()))));
        var body = json.bytes(members);
        x.context().res().setHeader("Cache-Control", "no-cache");
        Sender.bytes(x, 200, "application/manifest+json", body, "\"" + Hashes.etag(body) + "\"");
    }
}

package org.pavilion.server.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.pavilion.api.Language;

/** Site paths and the language prefix: none is Chinese, {@code /en} is English. */
final class SitePaths {
    private SitePaths() {}

    static Language language(String path) {
        return path.equals("/en") || path.startsWith("/en/") ? Language.EN : Language.ZH;
    }

    static String withoutLanguage(String path) {
        if (language(path) == Language.ZH) {
            return path;
        }
        return path.length() <= 4 ? "/" : path.substring(3);
    }

    /** The page's address in the language, with the chosen edition kept unless the path names one. */
    static String of(String path, Language language, Optional<String> edition) {
        if (!page(path)) {
            return path;
        }
        var prefixed = language == Language.ZH ? path : path.equals("/") ? "/en/" : "/en" + path;
        return edition.isEmpty() || path.contains("edition=") ? prefixed : with(prefixed, "edition", edition.get());
    }

    private static String with(String path, String name, String value) {
        int hash = path.indexOf('#');
        var base = hash < 0 ? path : path.substring(0, hash);
        return base + (base.contains("?") ? "&" : "?") + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)
                + (hash < 0 ? "" : path.substring(hash));
    }

    /** Whether the path is a page of this site: those alone exist in both languages. */
    private static boolean page(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && !path.startsWith("/api/")
                && !path.startsWith("/assets/")
                && !path.startsWith("/plugins/")
                && !path.equals("/openapi.json");
    }
}

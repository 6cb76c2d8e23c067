package org.pavilion.server.http;

import java.util.Map;

/** Media types by file extension, and which of them are text worth compressing. */
final class MediaTypes {
    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("glb", "model/gltf-binary"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("m3u8", "application/vnd.apple.mpegurl"),
            Map.entry("vtt", "text/vtt; charset=utf-8"));

    private MediaTypes() {}

    static String of(String file) {
        var type = BY_EXTENSION.get(file.substring(file.lastIndexOf('.') + 1));
        return type == null ? "application/octet-stream" : type;
    }

    static boolean compressible(String type) {
        return type.startsWith("text/") || type.contains("json") || type.contains("svg") || type.contains("javascript");
    }

    /** Whether a stored file of this type may open in the page's origin; all others are downloads. */
    static boolean inline(String type) {
        return type.equals("image/png")
                || type.equals("image/jpeg")
                || type.equals("image/webp")
                || type.equals("image/avif")
                || type.equals("image/gif")
                || type.startsWith("video/")
                || type.startsWith("audio/");
    }
}

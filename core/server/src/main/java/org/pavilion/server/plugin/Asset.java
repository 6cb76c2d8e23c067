package org.pavilion.server.plugin;

import java.util.Map;

/**
 * A file of a plugin's {@code ui/} folder, with the compressed variants that lie beside it.
 *
 * @param name path below {@code ui/}
 * @param etag first 32 hex digits of the SHA-256 of the plain bytes, without quotes
 * @param variants bytes by content coding: {@code identity} always, {@code br} and {@code gzip} if packed
 */
public record Asset(String name, String etag, Map<String, byte[]> variants) {
    public Asset {
        variants = Map.copyOf(variants);
    }
}

package org.pavilion.server.http;

import java.io.IOException;
import java.io.InputStream;

/**
 * One immutable file to serve, with the encoded variants that lie beside it.
 *
 * @param etag entity tag of the plain bytes, without quotes
 */
record StaticFile(String type, String etag, Body plain, Body brotli, Body gzip) {
    /** Bytes of one variant; {@code size} is negative when it does not exist. */
    record Body(long size, Opening opening) {
        static final Body NONE = new Body(-1, InputStream::nullInputStream);

        static Body of(byte[] bytes) {
            return new Body(bytes.length, () -> new java.io.ByteArrayInputStream(bytes));
        }

        boolean exists() {
            return size >= 0;
        }
    }

    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    Body variant(Encoding encoding) {
        return switch (encoding) {
            case IDENTITY -> plain;
            case BROTLI -> brotli;
            case GZIP -> gzip;
        };
    }
}

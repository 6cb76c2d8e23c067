package org.pavilion.server.http;

/** Content codings we send, with the suffix of the file that lies beside the plain one. */
enum Encoding {
    IDENTITY("", ""),
    BROTLI("br", ".br"),
    GZIP("gzip", ".gz");

    private final String token;
    private final String suffix;

    Encoding(String token, String suffix) {
        this.token = token;
        this.suffix = suffix;
    }

    String token() {
        return token;
    }

    String suffix() {
        return suffix;
    }
}

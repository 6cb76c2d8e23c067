package org.pavilion.server.http;

import java.util.Locale;
import java.util.Optional;

/** Reads {@code Accept} and {@code Accept-Encoding} with their weights. */
final class Accept {
    private Accept() {}

    /** The encoding to send of those that exist; identity when the header says nothing useful. */
    static Encoding encoding(Optional<String> header, boolean brotli, boolean gzip) {
        if (header.isEmpty()) {
            return Encoding.IDENTITY;
        }
        double br = brotli ? weight(header.get(), "br", "*") : 0;
        double gz = gzip ? Math.max(weight(header.get(), "gzip", "*"), weight(header.get(), "x-gzip", "")) : 0;
        if (br <= 0 && gz <= 0) {
            return Encoding.IDENTITY;
        }
        // Equal weights: the smaller one. A client that ranks identity strictly higher gets it.
        double plain = weight(header.get(), "identity", "");
        if (plain > Math.max(br, gz)) {
            return Encoding.IDENTITY;
        }
        return br >= gz ? Encoding.BROTLI : Encoding.GZIP;
    }

    /** Whether the client names HTML and does not prefer JSON: a browser loading a page. */
    static boolean html(Optional<String> header) {
        return header.filter(value -> {
                    double html = weight(value, "text/html", "");
                    return html > 0 && html >= weight(value, "application/json", "");
                })
                .isPresent();
    }

    /** The weight of a language, with or without a region. */
    static double language(String header, String language) {
        double best = 0;
        for (var part : header.split(",", -1)) {
            int semicolon = part.indexOf(';');
            var name = (semicolon < 0 ? part : part.substring(0, semicolon))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            if (name.equals(language) || name.startsWith(language + "-")) {
                best = Math.max(best, quality(part, semicolon));
            }
        }
        return best;
    }

    /** The weight of one value in a comma-separated header; 0 when it is absent or refused. */
    static double weight(String header, String value, String wildcard) {
        double any = 0;
        for (var part : header.split(",", -1)) {
            int semicolon = part.indexOf(';');
            var name = (semicolon < 0 ? part : part.substring(0, semicolon))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            if (name.equals(value)) {
                return quality(part, semicolon);
            }
            if (!wildcard.isEmpty() && name.equals(wildcard)) {
                any = quality(part, semicolon);
            }
        }
        return any;
    }

    private static double quality(String part, int semicolon) {
        if (semicolon < 0) {
            return 1;
        }
        for (var parameter : part.substring(semicolon + 1).split(";", -1)) {
            var text = parameter.strip().toLowerCase(Locale.ROOT);
            if (text.startsWith("q=")) {
                return number(text.substring(2).strip());
            }
        }
        return 1;
    }

    /** RFC 9110: 0 to 1 with up to three decimals; anything else counts as refused. */
    private static double number(String text) {
        return text.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(text) : 0;
    }
}

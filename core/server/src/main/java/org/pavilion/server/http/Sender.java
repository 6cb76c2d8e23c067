package org.pavilion.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Puts bytes on the wire: entity tags, encodings, ranges, and no body for HEAD. */
final class Sender {
    private static final int WORTH_ENCODING = 1024;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    static final String IMMUTABLE = "public, max-age=31536000, immutable";

    private Sender() {}

    /** A body made for this request; {@code etag} with quotes, or null when it must not be cached. */
    static void bytes(Exchange x, int status, String type, byte[] body, @Nullable String etag) throws IOException {
        var response = x.context().res();
        if (etag != null) {
            response.setHeader("ETag", etag);
            if (status == 200 && matches(x, etag)) {
                notModified(x);
                return;
            }
        }
        response.setStatus(status);
        response.setContentType(type);
        var sent = body;
        if (MediaTypes.compressible(type)) {
            response.addHeader("Vary", "Accept-Encoding");
            if (body.length >= WORTH_ENCODING
                    && Accept.encoding(x.header("Accept-Encoding"), false, true) == Encoding.GZIP) {
                response.setHeader("Content-Encoding", Encoding.GZIP.token());
                sent = gzip(body);
            }
        }
        response.setContentLengthLong(sent.length);
        if (!x.head()) {
            response.getOutputStream().write(sent);
        }
    }

    /** A file with the variants that lie beside it. */
    static void file(Exchange x, StaticFile file, String cacheControl) throws IOException {
        var response = x.context().res();
        var etag = "\"" + file.etag() + "\"";
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", cacheControl);
        response.addHeader("Vary", "Accept-Encoding");
        if (matches(x, etag)) {
            notModified(x);
            return;
        }
        response.setContentType(file.type());
        var encoding = Accept.encoding(
                x.header("Accept-Encoding"), file.brotli().exists(), file.gzip().exists());
        if (encoding == Encoding.IDENTITY) {
            response.setHeader("Accept-Ranges", "bytes");
            ranged(x, file.plain(), etag);
            return;
        }
        response.setHeader("Content-Encoding", encoding.token());
        send(x, file.variant(encoding), 0, file.variant(encoding).size());
    }

    private static void ranged(Exchange x, StaticFile.Body body, String etag) throws IOException {
        var range = x.header("Range")
                .filter(r -> x.header("If-Range").map(etag::equals).orElse(true));
        var match = range.map(RANGE::matcher).filter(Matcher::matches);
        if (match.isEmpty() || body.size() == 0) {
            send(x, body, 0, body.size());
            return;
        }
        var first = match.get().group(1);
        var last = match.get().group(2);
        long size = body.size();
        long from = first.isEmpty() ? Math.max(0, size - number(last, 0)) : number(first, 0);
        long to = first.isEmpty() ? size - 1 : Math.min(size - 1, number(last, size - 1));
        var response = x.context().res();
        if (from > to || (first.isEmpty() && number(last, 0) == 0)) {
            response.setHeader("Content-Range", "bytes */" + size);
            response.setStatus(416);
            response.setContentLengthLong(0);
            return;
        }
        response.setStatus(206);
        response.setHeader("Content-Range", "bytes " + from + "-" + to + "/" + size);
        send(x, body, from, to - from + 1);
    }

    private static long number(String digits, long fallback) {
        return digits.isEmpty() ? fallback : Long.parseLong(digits);
    }

    private static void send(Exchange x, StaticFile.Body body, long from, long length) throws IOException {
        var response = x.context().res();
        response.setContentLengthLong(length);
        if (x.head()) {
            return;
        }
        try (InputStream in = body.opening().open()) {
            in.skipNBytes(from);
            var out = response.getOutputStream();
            var buffer = new byte[16 * 1024];
            long left = length;
            while (left > 0) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new IOException("the file ended before its size");
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    private static void notModified(Exchange x) {
        x.context().res().setStatus(304);
        x.context().res().setContentType(null);
    }

    private static boolean matches(Exchange x, String etag) {
        Optional<String> header = x.header("If-None-Match");
        if (header.isEmpty()) {
            return false;
        }
        for (var each : header.get().split(",", -1)) {
            if (each.strip().equals("*") || strong(each.strip()).equals(strong(etag))) {
                return true;
            }
        }
        return false;
    }

    private static String strong(String etag) {
        return etag.startsWith("W/") ? etag.substring(2) : etag;
    }

    private static byte[] gzip(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 3);
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

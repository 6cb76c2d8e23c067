package org.pavilion.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.pavilion.api.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request body that ends with {@code request.too-large} past its limit, declared length or not, and
 * with {@code request.timeout} when it drips: after a moment of grace it must keep up a low rate.
 */
final class LimitedBody extends FilterInputStream {
    private static final long GRACE_NANOS = 5_000_000_000L;
    private static final int BYTES_PER_SECOND = 1_000;
    private static final long DISCARD_BYTES = 8 << 20;
    private static final long DISCARD_NANOS = 2_000_000_000L;
    private static final Logger LOG = LoggerFactory.getLogger(LimitedBody.class);

    private final long limit;
    private long left;
    private final long began = System.nanoTime();

    LimitedBody(InputStream in, long limit) {
        super(in);
        this.limit = limit;
        this.left = limit;
    }

    /**
     * Throws away a bounded part of what still comes: a client that is sending when the connection
     * closes sees a broken pipe instead of the answer, and its next request meets a dead connection.
     */
    static void discard(InputStream rest) {
        var buffer = new byte[8192];
        long until = System.nanoTime() + DISCARD_NANOS;
        long discarded = 0;
        try {
            int count = 0;
            while (count >= 0 && discarded < DISCARD_BYTES && System.nanoTime() < until) {
                count = rest.read(buffer);
                discarded += count;
            }
        } catch (IOException e) {
            LOG.debug("a client left while its body was refused", e);
        }
    }

    /** The refusal, after a bounded part of the rest was thrown away. */
    static Problem tooLarge(long limit, InputStream rest) {
        discard(rest);
        return new Problem("request.too-large", 413, "the body is larger than " + limit + " bytes");
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            took(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, (int) Math.min(length, Math.max(1, left + 1)));
        if (count > 0) {
            took(count);
        }
        return count;
    }

    private void took(int count) {
        left -= count;
        if (left < 0) {
            throw tooLarge(limit, in);
        }
        long elapsed = System.nanoTime() - began;
        if (elapsed > GRACE_NANOS && (limit - left) * 1_000_000_000.0 / elapsed < BYTES_PER_SECOND) {
            throw new Problem("request.timeout", 408, "the body arrives too slowly");
        }
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        while (skipped < count && read() >= 0) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

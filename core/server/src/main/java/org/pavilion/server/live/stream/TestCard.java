package org.pavilion.server.live.stream;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** The picture with the clock: its segments by number, each the same whenever it is made. */
public final class TestCard {
    /** Length of a segment in milliseconds of media time. */
    public static final int SEGMENT_MS = 2_000;

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int FRAMES_A_SECOND = 10;
    private static final int FRAME_MS = 1_000 / FRAMES_A_SECOND;
    private static final int TIMESCALE = 1_000;
    private static final int KEPT = 24;

    private static final int DIGIT_WIDTH = 24;
    private static final int DIGIT_HEIGHT = 40;
    private static final int CLOCK_X = 64;
    private static final int CLOCK_Y = 288;
    private static final int CLOCK_WIDTH = 8 * DIGIT_WIDTH;
    private static final String DIGITS = "0123456789:";
    private static final int PAPER = 0xEEF1F6;

    private static final int SWEEP_X = 64;
    private static final int SWEEP_WIDTH = 512;
    private static final int SWEEP_Y = 260;
    private static final int SWEEP_MS = 4_000;
    private static final int DOT = 8;
    private static final int GOLD = 0xF0B94A;

    private final byte[] poster;
    private final int[] card;
    private final Planes base;
    private final int[] digits;
    private final int digitsWidth;
    private final byte[] header;
    private final Map<Integer, byte[]> made = new LinkedHashMap<>(KEPT, 0.75f, true);

    public TestCard() {
        try {
            poster = resource("card.png");
            var picture = ImageIO.read(new ByteArrayInputStream(poster));
            card = picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
            base = Planes.of(card, WIDTH, HEIGHT);
            var strip = ImageIO.read(new ByteArrayInputStream(resource("digits.png")));
            digitsWidth = strip.getWidth();
            digits = mask(strip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        header = Mp4.header(H264.sequence(WIDTH, HEIGHT, FRAMES_A_SECOND), H264.picture(), WIDTH, HEIGHT, TIMESCALE);
    }

    /** What {@code CODECS} of a playlist says. */
    public String codec() {
        return H264.CODEC;
    }

    /** A still picture, as PNG. */
    public byte[] poster() {
        return poster.clone();
    }

    /** The part that all segments share. */
    public byte[] header() {
        return header.clone();
    }

    /** The segment that begins at media time {@code number} × {@link #SEGMENT_MS}. */
    public synchronized byte[] segment(int number) {
        var known = made.get(number);
        if (known == null) {
            known = make(number);
            made.put(number, known);
            if (made.size() > KEPT) {
                made.remove(made.keySet().iterator().next());
            }
        }
        return known.clone();
    }

    private byte[] make(int number) {
        var frames = new ArrayList<byte[]>();
        long start = (long) number * SEGMENT_MS;
        var before = at(start);
        frames.add(H264.key(before, number & 1));
        for (int n = 1; n < SEGMENT_MS / FRAME_MS; n++) {
            var next = at(start + (long) n * FRAME_MS);
            frames.add(H264.delta(before, next, n));
            before = next;
        }
        return Mp4.segment(number + 1, start, FRAME_MS, frames);
    }

    /** The picture at a media time. */
    private Planes at(long ms) {
        var pixels = card.clone();
        long second = ms / 1_000;
        clock(pixels, "%02d:%02d:%02d".formatted(second / 3600 % 100, second / 60 % 60, second % 60));
        int x = SWEEP_X + (int) (ms % SWEEP_MS * (SWEEP_WIDTH - DOT) / SWEEP_MS) / 2 * 2;
        for (int dy = 0; dy < DOT; dy++) {
            for (int dx = 0; dx < DOT; dx++) {
                pixels[(SWEEP_Y + dy) * WIDTH + x + dx] = GOLD;
            }
        }
        var picture = base.copy();
        picture.draw(pixels, WIDTH, HEIGHT, SWEEP_X, SWEEP_Y - 4, SWEEP_X + SWEEP_WIDTH, SWEEP_Y + DOT + 4);
        picture.draw(pixels, WIDTH, HEIGHT, CLOCK_X, CLOCK_Y, CLOCK_X + CLOCK_WIDTH, CLOCK_Y + DIGIT_HEIGHT);
        return picture;
    }

    private void clock(int[] pixels, String text) {
        for (int n = 0; n < text.length(); n++) {
            int from = DIGITS.indexOf(text.charAt(n)) * DIGIT_WIDTH;
            for (int y = 0; y < DIGIT_HEIGHT; y++) {
                for (int x = 0; x < DIGIT_WIDTH; x++) {
                    int at = (CLOCK_Y + y) * WIDTH + CLOCK_X + n * DIGIT_WIDTH + x;
                    pixels[at] = mix(pixels[at], PAPER, digits[y * digitsWidth + from + x]);
                }
            }
        }
    }

    private static int mix(int under, int over, int cover) {
        int result = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = under >> shift & 0xFF;
            int b = over >> shift & 0xFF;
            result |= (a + (b - a) * cover / 255) << shift;
        }
        return result;
    }

    private static int[] mask(BufferedImage strip) {
        var mask = new int[strip.getWidth() * strip.getHeight()];
        for (int at = 0; at < mask.length; at++) {
            mask[at] = strip.getRaster().getSample(at % strip.getWidth(), at / strip.getWidth(), 0);
        }
        return mask;
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = TestCard.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is missing from the server");
            }
            return in.readAllBytes();
        }
    }
}

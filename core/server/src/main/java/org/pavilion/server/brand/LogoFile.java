package org.pavilion.server.brand;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.pavilion.api.Problem;

/**
 * A file that somebody gives as a logo, known by its first bytes and never by its name. Its measure is taken before any
 * pixel is decoded, and a huge one is decoded at a fraction of its size.
 */
final class LogoFile {
    static final int MOST_BYTES = 6 << 20;

    private static final int SMALLEST = 16;
    private static final int LONGEST = 20_000;
    private static final long MOST_PIXELS = 60_000_000;
    private static final int ENOUGH = 1_600;

    private LogoFile() {}

    /** What a file is, as far as its first bytes say. */
    enum Format {
        PNG,
        JPEG,
        SVG,
        WEBP,
        GIF,
        OTHER
    }

    static Format format(byte[] bytes) {
        if (starts(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Format.PNG;
        }
        if (starts(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Format.JPEG;
        }
        if (starts(bytes, 0, "RIFF") && starts(bytes, 8, "WEBP")) {
            return Format.WEBP;
        }
        if (starts(bytes, 0, "GIF8")) {
            return Format.GIF;
        }
        var head = new String(bytes, 0, Math.min(bytes.length, 2_048), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        return head.startsWith("<") && head.contains("<svg") ? Format.SVG : Format.OTHER;
    }

    private static boolean starts(byte[] bytes, int at, String with) {
        if (bytes.length < at + with.length()) {
            return false;
        }
        for (int i = 0; i < with.length(); i++) {
            if ((bytes[at + i] & 0xff) != with.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The pixels of a PNG or JPEG. */
    static Raster pixels(byte[] bytes, Format format) {
        var readers = ImageIO.getImageReadersByFormatName(format == Format.PNG ? "png" : "jpeg");
        if (!readers.hasNext()) {
            throw refused("logo.format", "this server reads no " + format);
        }
        var reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return Raster.of(decoded(reader));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refused("logo.broken", "the picture cannot be read; export it again as PNG")
                    .causedBy(e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decoded(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > LONGEST || height > LONGEST || (long) width * height > MOST_PIXELS) {
            throw refused(
                    "logo.too-large", "the picture is " + width + " × " + height + " pixels; 60 million are enough");
        }
        if (width < SMALLEST || height < SMALLEST) {
            throw refused(
                    "logo.too-small", "the picture is " + width + " × " + height + " pixels; 16 × 16 is the least");
        }
        int step = Math.max(1, Math.max(width, height) / ENOUGH);
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    static Problem refused(String code, String detail) {
        return new Problem(code, 422, detail).at("/logo");
    }
}

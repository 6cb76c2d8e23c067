package org.pavilion.server.brand;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.pavilion.api.Blobs;
import org.pavilion.api.Problem;

/** Makes the logo of the expo out of whatever file is given: our own encodings in the sizes that are shown. */
final class Logos {
    private static final Rgb WHITE = Rgb.of("#ffffff");
    private static final Rgb NIGHT = Rgb.of("#141a25");
    private static final double SEEN = 1.7;
    private static final double MOST_LOST = 0.3;
    private static final int HEADER_WIDTH = 440;
    private static final int ICON = 512;
    private static final int MARGIN = 12;
    private static final int MAIL_WIDTH = 400;
    private static final int MAIL_HEIGHT = 96;
    private static final long MOST_STORED = 4 << 20;

    private final Blobs blobs;

    Logos(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Refused with a code below {@code logo.} that says what to do instead. */
    Logo make(InputStream file) {
        var bytes = read(file);
        var format = LogoFile.format(bytes);
        return switch (format) {
            case PNG, JPEG -> drawn(LogoFile.pixels(bytes, format));
            case SVG -> vector(SafeSvg.of(bytes));
            case WEBP -> throw LogoFile.refused("logo.format", "WebP is not read here; save the logo as PNG");
            case GIF -> throw LogoFile.refused("logo.format", "GIF is not read here; save the logo as PNG");
            case OTHER -> throw LogoFile.refused("logo.format", "not a PNG, JPEG or SVG picture");
        };
    }

    private static byte[] read(InputStream file) {
        try {
            var bytes = file.readNBytes(LogoFile.MOST_BYTES + 1);
            if (bytes.length > LogoFile.MOST_BYTES) {
                throw LogoFile.refused("logo.too-large", "a logo may have 6 MB");
            }
            return bytes;
        } catch (IOException e) {
            throw new Problem("request.incomplete", 400, "the picture did not arrive").causedBy(e);
        }
    }

    private Logo drawn(Raster whole) {
        var seen = whole.trimmed();
        boolean bare = whole.transparent();
        var plate = bare ? plate(seen) : Logo.Plate.NONE;
        return new Logo(
                store(header(seen, plate)),
                store(icon(seen, bare, plate)),
                Optional.of(store(mail(seen, plate))),
                plate);
    }

    private static Logo.Plate plate(Raster seen) {
        double byDay = seen.lostOn(WHITE, SEEN);
        double byNight = seen.lostOn(NIGHT, SEEN);
        if (Math.max(byDay, byNight) < MOST_LOST) {
            return Logo.Plate.NONE;
        }
        return byNight >= byDay ? Logo.Plate.WHITE : Logo.Plate.DARK;
    }

    private static Raster header(Raster seen, Logo.Plate plate) {
        if (plate == Logo.Plate.NONE) {
            return seen.fitted(HEADER_WIDTH, Logo.HEADER_HEIGHT);
        }
        var inner = seen.fitted(HEADER_WIDTH - 2 * MARGIN, Logo.HEADER_HEIGHT - 2 * MARGIN);
        return inner.centredOn(
                Raster.plate(inner.width() + 2 * MARGIN, inner.height() + 2 * MARGIN, MARGIN, colour(plate)));
    }

    private static Raster icon(Raster seen, boolean bare, Logo.Plate plate) {
        var ground = bare ? colour(plate) : seen.at(0, 0);
        int inner = bare ? ICON * 4 / 5 : ICON;
        return seen.fitted(inner, inner).centredOn(Raster.filled(ICON, ICON, 0xff000000 | ground));
    }

    private static Raster mail(Raster seen, Logo.Plate plate) {
        var inner = seen.fitted(MAIL_WIDTH - 2 * MARGIN, MAIL_HEIGHT - 2 * MARGIN);
        return inner.centredOn(
                Raster.filled(inner.width() + 2 * MARGIN, inner.height() + 2 * MARGIN, 0xff000000 | colour(plate)));
    }

    private static int colour(Logo.Plate plate) {
        return plate == Logo.Plate.DARK ? 0x141a25 : 0xffffff;
    }

    /** A drawing is shown as it is, on white: what it looks like is not known here. No mail can show it. */
    private Logo vector(SafeSvg svg) {
        double ratio = svg.width() / svg.height();
        double height = Math.min(Logo.HEADER_HEIGHT - 2.0 * MARGIN, (HEADER_WIDTH - 2.0 * MARGIN) / ratio);
        int width = (int) Math.round(height * ratio) + 2 * MARGIN;
        var header = store(
                svg.onPlate(width, (int) Math.round(height) + 2 * MARGIN, MARGIN),
                width,
                (int) Math.round(height) + 2 * MARGIN);
        var icon = store(svg.onPlate(ICON, ICON, ICON / 10), ICON, ICON);
        return new Logo(header, icon, Optional.empty(), Logo.Plate.WHITE);
    }

    private Logo.Image store(byte[] svg, int width, int height) {
        var ref = blobs.put(new ByteArrayInputStream(svg), MOST_STORED);
        return new Logo.Image(ref.sha256(), ref.size(), "image/svg+xml", width, height);
    }

    private Logo.Image store(Raster raster) {
        var ref = blobs.put(new ByteArrayInputStream(raster.png()), MOST_STORED);
        return new Logo.Image(ref.sha256(), ref.size(), "image/png", raster.width(), raster.height());
    }
}

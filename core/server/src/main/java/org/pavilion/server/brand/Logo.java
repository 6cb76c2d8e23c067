package org.pavilion.server.brand;

import java.util.Optional;

/**
 * The expo's logo in the sizes that are shown; every image is our own encoding.
 *
 * @param header for the bar: {@value #HEADER_HEIGHT} pixels high, twice what is shown
 * @param icon a square for browser tabs and home screens
 * @param mail for the head of a mail; none of a drawing, which mail programs do not show
 * @param plate what had to be laid under it so that it is seen in both modes
 */
public record Logo(Image header, Image icon, Optional<Image> mail, Plate plate) {
    static final int HEADER_HEIGHT = 80;

    /** The ground under a logo that would vanish on one of the house's own. */
    public enum Plate {
        NONE,
        WHITE,
        DARK
    }

    /** A stored image; {@code sha256} names its bytes. */
    public record Image(String sha256, long size, String type, int width, int height) {
        /** Where it is served for ever. */
        public String path() {
            return "/brand/" + sha256 + (type.equals("image/svg+xml") ? ".svg" : ".png");
        }
    }
}

package org.pavilion.server.live.stream;

import java.util.Locale;
import java.util.regex.Pattern;
import org.pavilion.api.Problem;

/**
 * The name under which an encoder pushes a file: at most one folder, which is the rendition, and a plain
 * name. It is only ever compared: on the disk and in our playlists files have names of our own.
 *
 * @param track the rendition; {@link #ROOT} for a file outside of a folder
 * @param file plain name with its ending
 */
record PushedName(String track, String file) {
    static final String ROOT = "v";
    static final Pattern TRACK = Pattern.compile("[a-z0-9]{1,12}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,90}\\.(m3u8|ts|m4s|mp4)");

    static PushedName of(String track, String file) {
        if (!TRACK.matcher(track).matches() || !FILE.matcher(file).matches() || file.contains("..")) {
            throw new Problem(
                    "stream.name",
                    422,
                    "A pushed file is called like index.m3u8, 7.ts, 7.m4s or init.mp4, at most one folder deep");
        }
        return new PushedName(track, file);
    }

    /** Its ending in small letters. */
    String ending() {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

package org.pavilion.server.search.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The committed tables, read from the class path. */
public final class Table {
    private Table() {}

    static DataInputStream open(String name) {
        var stream = Table.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("resource " + name + " is missing");
        }
        return new DataInputStream(new BufferedInputStream(stream));
    }

    /** SHA-256 over all tables: an index built with others must be rebuilt. */
    public static String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : new String[] {"fold.bin", "pinyin.bin"}) {
                try (var in = open(name)) {
                    digest.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

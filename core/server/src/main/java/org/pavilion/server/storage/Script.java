package org.pavilion.server.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One step of a schema, named {@code V3__bids.sql}, or {@code V3__bids.pg.sql} and {@code
 * V3__bids.sqlite.sql} where the two engines need different text.
 */
public record Script(String name, String sql) {
    private static final Pattern NAME = Pattern.compile("V([1-9][0-9]{0,5})__([a-z0-9_]+)(?:\\.(pg|sqlite))?\\.sql");

    public Script {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a migration is named V1__what.sql, not " + name);
        }
    }

    /** Position in the schema's history. */
    public int version() {
        return Integer.parseInt(part(1).orElseThrow());
    }

    /** The one engine this text is for; empty when it is for both. */
    Optional<Dialect> dialect() {
        return part(3).map(tag -> tag.equals("pg") ? Dialect.POSTGRES : Dialect.SQLITE);
    }

    /** Hash of the text with line feeds only, so that a checkout's line endings do not matter. */
    String checksum() {
        try {
            var text = sql.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private Optional<String> part(int group) {
        var match = NAME.matcher(name);
        return match.matches() ? Optional.ofNullable(match.group(group)) : Optional.empty();
    }
}

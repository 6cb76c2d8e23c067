package org.pavilion.server.live.poll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Receipts and the tree over them: whoever has the leaves makes the same root, and counts them. */
final class Merkle {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /** What a voter keeps of a ballot. */
    static String receipt(String poll, int round, String value, String nonce) {
        var text = String.join("|", poll, String.valueOf(round), value, nonce);
        return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Root over receipts in ascending order; that of nothing is the digest of nothing. */
    static String root(List<String> receipts) {
        var level = new ArrayList<byte[]>();
        for (var each : receipts) {
            level.add(digest(LEAF, HexFormat.of().parseHex(each), new byte[0]));
        }
        if (level.isEmpty()) {
            return hex(sha256().digest());
        }
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>();
            for (int n = 0; n < level.size(); n += 2) {
                above.add(n + 1 < level.size() ? digest(NODE, level.get(n), level.get(n + 1)) : level.get(n));
            }
            level = above;
        }
        return hex(level.getFirst());
    }

    private static byte[] digest(byte kind, byte[] left, byte[] right) {
        var digest = sha256();
        digest.update(kind);
        digest.update(left);
        return digest.digest(right);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

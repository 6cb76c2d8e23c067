package org.pavilion.server.identity;

import java.nio.file.Path;

/** The operator's own token, {@code data/secrets/operator-token}. */
final class OperatorToken {
    private static final String FILE = "operator-token";

    private final byte[] digest;

    private OperatorToken(byte[] digest) {
        this.digest = digest;
    }

    /** Reads the token, or makes it at the first start. */
    static OperatorToken in(Path data) {
        return new OperatorToken(Secret.sha256(SecretFile.read(data, FILE)));
    }

    static Path file(Path data) {
        return SecretFile.path(data, FILE);
    }

    boolean matches(String candidate) {
        return Secret.same(digest, Secret.sha256(candidate));
    }
}

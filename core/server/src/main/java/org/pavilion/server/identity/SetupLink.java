package org.pavilion.server.identity;

/** The one-time token of a set-up link: issuing replaces it, spending empties it, both atomically. */
final class SetupLink {
    private byte[] digest = new byte[0];

    synchronized String issue() {
        var once = Secret.random();
        digest = Secret.sha256(once);
        return once;
    }

    /** True for the first caller that shows the current token. */
    synchronized boolean spend(String candidate) {
        if (digest.length == 0 || !Secret.same(digest, Secret.sha256(candidate))) {
            return false;
        }
        digest = new byte[0];
        return true;
    }
}

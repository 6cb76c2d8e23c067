package org.pavilion.server.notify;

/** Hands mail over to whatever brings it on its way. */
@FunctionalInterface
interface Carrier {

    void carry(String id, Mail mail) throws Undelivered;

    /** A mail that was not taken; {@code lasting} when another attempt would end the same way. */
    final class Undelivered extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean lasting;

        Undelivered(String said, boolean lasting, Throwable cause) {
            super(said, cause);
            this.lasting = lasting;
        }

        boolean lasting() {
            return lasting;
        }
    }
}

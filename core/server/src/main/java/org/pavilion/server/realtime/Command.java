package org.pavilion.server.realtime;

/**
 * What a client may ask for over its socket, on a virtual thread in the caller's name. The right was
 * checked and the record read strictly before; idempotency by a {@code key} is the command's own
 * business, through {@link org.pavilion.api.Journal#idempotent}.
 *
 * @param <T> what the command takes
 */
@FunctionalInterface
public interface Command<T extends Record> {

    /** Returns the answer, to be sent as JSON; refuses with a {@link org.pavilion.api.Problem}. */
    Object run(Peer peer, T body) throws Exception;
}

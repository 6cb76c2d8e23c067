package org.pavilion.server.realtime;

import org.pavilion.api.Caller;

/**
 * Who is at the other end of a socket.
 *
 * @param caller decided again for every command, so that a revoked session ends at once
 * @param address IP address as a literal, after trusted proxies; for rate limits
 */
public record Peer(Caller caller, String address) {}

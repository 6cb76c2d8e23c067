package org.pavilion.server.identity;

/**
 * The browser that wants to be signed in.
 *
 * @param credentials what it brings; the session it had ends
 * @param userAgent its {@code User-Agent}, of which two words are kept
 */
public record Visit(Credentials credentials, String userAgent) {}

package org.pavilion.server.identity;

import java.time.Instant;

/**
 * One browser that is signed in, as its owner sees it.
 *
 * @param id names the session, never opens it
 * @param label the browser and its system in a few words; empty when unknown
 * @param current whether it is the one that asks
 */
public record OpenSession(String id, String label, Instant opened, Instant seen, boolean current) {}

package org.pavilion.server.storage;

/**
 * A migration as it was applied, kept in the store so that its schema can be made again elsewhere.
 *
 * @param prefix what the owner's tables begin with; empty for the core
 */
public record KeptScript(String owner, String prefix, String name, String sql) {}

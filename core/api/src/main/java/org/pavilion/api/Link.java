package org.pavilion.api;

/**
 * One edge seen from an object.
 *
 * @param other the object at the other end
 * @param relation lower-case kebab, e.g. {@code shown-by}
 * @param outgoing whether the asked object is the start
 * @param title name of the other end
 * @param path its page without language prefix
 */
@Stable
public record Link(Ref other, String relation, boolean outgoing, Text title, String path) {}

package org.pavilion.server.http;

/**
 * What {@code error.jte} tells a visitor.
 *
 * @param status HTTP status
 * @param code stable dotted code
 * @param detail one sentence; never internals
 * @param id request id, shown for server errors so that it can be found in the log
 * @param path the path that failed, without language prefix
 */
public record Failure(int status, String code, String detail, String id, String path) {}

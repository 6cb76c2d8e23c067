package org.pavilion.server.http;

import org.pavilion.api.Permission;
import org.pavilion.api.Route;

/**
 * What stands before one way into the house.
 *
 * @param at {@code GET /api/x}, or {@code command x.y} for one over the socket
 */
public record Guard(String at, Permission needs, Route.Where where) {}

/**
 * What a plugin compiles against: how organisers' Java code adds boards, pages, routes and search to
 * a running expo and leaves again without a restart.
 *
 * <p>Only JDK, jspecify and Jdbi types appear here. Every top-level type is an interface, a record,
 * an enum or the one exception {@link org.pavilion.api.Problem}. Collections are unmodifiable. After
 * a plugin stopped, everything it got from its context throws {@code plugin.stopped}.
 */
@NullMarked
package org.pavilion.api;

import org.jspecify.annotations.NullMarked;

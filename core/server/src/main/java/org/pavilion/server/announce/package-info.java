/**
 * What the house tells everybody who is here: written by organisers, shown on every page while it is
 * live, gone at its end. It stands in the shared page, so it costs a visitor no request of their own.
 */
@NullMarked
package org.pavilion.server.announce;

import org.jspecify.annotations.NullMarked;

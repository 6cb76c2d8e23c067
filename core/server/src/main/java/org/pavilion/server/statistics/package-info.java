/** Counters with a definition each, visits without double counting. */
@NullMarked
package org.pavilion.server.statistics;

import org.jspecify.annotations.NullMarked;

/** Metrics and log set-up: what an operator watches a running expo by. */
@NullMarked
package org.pavilion.server.telemetry;

import org.jspecify.annotations.NullMarked;

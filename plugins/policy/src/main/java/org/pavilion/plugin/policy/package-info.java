/** The policy board: what was released, for whom, and what of it can be computed. */
@NullMarked
package org.pavilion.plugin.policy;

import org.jspecify.annotations.NullMarked;

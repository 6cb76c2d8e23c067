/** The contest board: what each contest is about, how large it was, and who won. */
@NullMarked
package org.pavilion.plugin.contest;

import org.jspecify.annotations.NullMarked;

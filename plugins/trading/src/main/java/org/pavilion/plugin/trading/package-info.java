/** The technology trading board: offers, demands, deals and the agencies between them, for buyers and sellers. */
@NullMarked
package org.pavilion.plugin.trading;

import org.jspecify.annotations.NullMarked;

/** The finance board: products and platforms that fund technology firms. */
@NullMarked
package org.pavilion.plugin.finance;

import org.jspecify.annotations.NullMarked;

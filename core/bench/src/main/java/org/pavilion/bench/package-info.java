/** Load tools and comparisons with peers; every claim about speed is measured here. */
@NullMarked
package org.pavilion.bench;

import org.jspecify.annotations.NullMarked;

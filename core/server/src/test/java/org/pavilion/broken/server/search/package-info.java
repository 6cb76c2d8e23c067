/** Fixture: breaks rules of the house on purpose. */
@NullMarked
package org.pavilion.broken.server.search;

import org.jspecify.annotations.NullMarked;

/** Fixture: breaks rules of the house on purpose. */
@NullMarked
package org.pavilion.broken.server.search.inner;

import org.jspecify.annotations.NullMarked;

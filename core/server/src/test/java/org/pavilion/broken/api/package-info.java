/** Fixture: breaks rules of the house on purpose. */
@NullMarked
package org.pavilion.broken.api;

import org.jspecify.annotations.NullMarked;

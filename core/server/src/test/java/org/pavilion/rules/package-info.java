/** The plan of the house as tests: who may use whom. */
@NullMarked
package org.pavilion.rules;

import org.jspecify.annotations.NullMarked;

/** JSON Lines in: dry run, report per line, order of kinds, for organisers who bring their data. */
@NullMarked
package org.pavilion.server.imports;

import org.jspecify.annotations.NullMarked;

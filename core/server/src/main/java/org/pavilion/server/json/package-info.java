/** Strict records to and from JSON, one mapper for each mount so that a plugin's classes can be collected. */
@NullMarked
package org.pavilion.server.json;

import org.jspecify.annotations.NullMarked;

/** Full-text search in Chinese and English over everything a caller may read. */
@NullMarked
package org.pavilion.server.search;

import org.jspecify.annotations.NullMarked;

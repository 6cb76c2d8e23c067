/** The pages of the house itself: home, search, facts, organisations, people and the organiser's desk. */
@NullMarked
package org.pavilion.server.http.page;

import org.jspecify.annotations.NullMarked;

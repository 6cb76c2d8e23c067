/** The web side: routes, pages, assets, API document, headers and limits. */
@NullMarked
package org.pavilion.server.http;

import org.jspecify.annotations.NullMarked;

/**
 * Lets the author of a plugin test it in a real server: packed, installed, called over HTTP, updated,
 * unloaded and searched for leaks.
 */
@NullMarked
package org.pavilion.testing;

import org.jspecify.annotations.NullMarked;

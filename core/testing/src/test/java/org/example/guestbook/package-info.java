/** The smallest useful plugin, and its test: what an author starts from. */
@NullMarked
package org.example.guestbook;

import org.jspecify.annotations.NullMarked;

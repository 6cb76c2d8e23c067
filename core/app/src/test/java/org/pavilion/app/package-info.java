/** The whole house as visitors, organisers and attackers meet it: over HTTP, in a browser, killed and restarted. */
@NullMarked
package org.pavilion.app;

import org.jspecify.annotations.NullMarked;

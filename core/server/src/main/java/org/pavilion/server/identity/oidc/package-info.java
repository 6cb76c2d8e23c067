/** Signing in with an account at another provider: OpenID Connect, authorisation code with PKCE. */
@NullMarked
package org.pavilion.server.identity.oidc;

import org.jspecify.annotations.NullMarked;

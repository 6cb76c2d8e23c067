package org.pavilion.plugin.forum;

import java.time.Instant;

/**
 * Somebody who signed an initiative for themselves.
 *
 * @param organisation may be empty
 * @param version of the text that they signed
 */
public record CoSigner(String name, String organisation, long version, Instant at) {}

package org.pavilion.server.identity;

import java.time.Instant;

/** A letter that no mail took, for the organiser to hand over. */
public record KeptLetter(String id, Letter letter, Instant at) {}

package org.pavilion.server.plugin;

import java.time.Instant;

/** A jar that was not let in: nothing of it was kept. */
public record Refusal(Instant at, String file, String code, String reason) {}

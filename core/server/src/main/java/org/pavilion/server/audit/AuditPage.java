package org.pavilion.server.audit;

import java.util.List;
import java.util.Optional;

/**
 * Some acts, newest first.
 *
 * @param next what {@code before} must be for the following page
 */
public record AuditPage(List<AuditEntry> entries, Optional<Long> next) {}

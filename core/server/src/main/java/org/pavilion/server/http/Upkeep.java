package org.pavilion.server.http;

import java.util.List;
import java.util.function.Supplier;
import org.pavilion.server.audit.Audit;
import org.pavilion.server.backup.Backups;

/**
 * What keeps the house in order, for the pages of those who answer for it.
 *
 * @param signs how the house does now, asked at each look
 */
public record Upkeep(Audit audit, Backups backups, Supplier<List<HealthSign>> signs) {}

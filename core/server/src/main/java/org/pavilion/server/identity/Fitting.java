package org.pavilion.server.identity;

import java.util.List;

/**
 * Whom some traits fit now.
 *
 * @param some the first of them
 */
public record Fitting(long count, List<Account> some) {}

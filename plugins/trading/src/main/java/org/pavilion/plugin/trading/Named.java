package org.pavilion.plugin.trading;

import org.pavilion.api.Text;

/**
 * An id with its name.
 *
 * @param inferred the sources do not state it
 */
public record Named(String id, Text name, boolean inferred) {}

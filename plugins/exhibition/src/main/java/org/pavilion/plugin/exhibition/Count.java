package org.pavilion.plugin.exhibition;

/** How many objects carry a value. */
public record Count(String value, int count) {}

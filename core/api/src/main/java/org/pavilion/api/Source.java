package org.pavilion.api;

/**
 * Where a fact comes from: the key of a registered source, the year and the lines. Readers see the
 * label of {@link Directory#source}, never the file name.
 */
@Stable
public record Source(String file, int year, String lines) {}

package org.pavilion.plugin.exhibition;

/** A zone with what it holds and how many visitors it drew. */
public record ZoneCount(Zone zone, int booths, int items, long visitors) {}

package org.pavilion.server.statistics;

/** What one counter counts: a metric of an owner, about one object. */
record CountKey(String owner, String metric, String ref) {}

package org.pavilion.server.storage;

import java.util.List;

/** A table as a backup knows it: its columns in the order of each row's values. */
public record TableShape(String name, List<String> columns) {}

package org.pavilion.plugin.trading;

import java.util.List;
import java.util.function.Function;
import org.pavilion.api.Text;

/**
 * One thing a list of records can be narrowed by.
 *
 * @param values what a record has of it
 * @param label a value in words
 * @param order the values in order of display; those not in it follow, most frequent first
 */
record Aspect<T>(
        String name, Text title, Function<T, List<String>> values, Function<String, Text> label, List<String> order) {}

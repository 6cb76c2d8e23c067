package org.pavilion.server.search.query;

import java.util.Arrays;
import java.util.List;

/** The groups every expo starts with: technology, trade, and mainland, Taiwan and Hong Kong wording. */
public final class GeneralGlossary {
    private static final List<List<String>> GROUPS = Resource.lines("glossary.csv").stream()
            .map(line -> Arrays.stream(line.split(",", -1)).map(String::strip).toList())
            .toList();

    private GeneralGlossary() {}

    public static List<List<String>> groups() {
        return GROUPS;
    }
}

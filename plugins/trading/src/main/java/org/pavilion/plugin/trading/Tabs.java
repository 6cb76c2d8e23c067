package org.pavilion.plugin.trading;

import java.util.List;

/** The board's lists, as tabs on each of its pages. */
public record Tabs(String key, String path) {
    public static final List<Tabs> ALL = List.of(
            new Tabs("offers", "/market?kind=offer"),
            new Tabs("demands", "/market?kind=demand"),
            new Tabs("deals", "/deals"),
            new Tabs("agencies", "/agency"));
}

package org.pavilion.server.http.page;

import java.util.Map;

/** Which of the house's icons stands for a kind of object or a board. */
public final class Icons {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("exhibition", "hall"),
            Map.entry("exhibitor", "hall"),
            Map.entry("booth", "hall"),
            Map.entry("zone", "place"),
            Map.entry("hall", "hall"),
            Map.entry("item", "item"),
            Map.entry("platform", "item"),
            Map.entry("trading", "trade"),
            Map.entry("offer", "trade"),
            Map.entry("demand", "trade"),
            Map.entry("deal", "trade"),
            Map.entry("agency", "trade"),
            Map.entry("policy", "policy"),
            Map.entry("programme", "policy"),
            Map.entry("release", "policy"),
            Map.entry("scifi", "scifi"),
            Map.entry("exhibit", "scifi"),
            Map.entry("forum", "forum"),
            Map.entry("conference", "forum"),
            Map.entry("session", "agenda"),
            Map.entry("initiative", "forum"),
            Map.entry("side-events", "agenda"),
            Map.entry("contest", "contest"),
            Map.entry("insight", "insight"),
            Map.entry("index", "insight"),
            Map.entry("finance", "finance"),
            Map.entry("organisation", "organisation"),
            Map.entry("said", "live"),
            Map.entry("person", "person"),
            Map.entry("fact", "fact"),
            Map.entry("edition", "edition"));

    private Icons() {}

    public static String of(String kind) {
        return KINDS.getOrDefault(kind, "edition");
    }
}

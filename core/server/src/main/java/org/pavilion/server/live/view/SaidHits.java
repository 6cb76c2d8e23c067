package org.pavilion.server.live.view;

import java.util.List;

/**
 * Where words were said in a room, in the order of media time.
 *
 * @param more whether there were more than are listed
 */
public record SaidHits(String q, List<Hit> hits, boolean more) {

    /**
     * One place.
     *
     * @param kind chat, question or caption
     * @param mediaMs media time
     * @param who the name of who said it; empty for a caption
     * @param url the room's page at that second, without language prefix
     */
    public record Hit(String kind, long mediaMs, String who, String text, String url) {}
}

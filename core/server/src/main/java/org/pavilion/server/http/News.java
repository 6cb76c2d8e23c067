package org.pavilion.server.http;

import java.util.List;
import java.util.stream.Collectors;
import org.pavilion.api.Text;
import org.pavilion.server.announce.Announcement;
import org.pavilion.server.announce.Announcements;
import org.pavilion.server.json.Json;
import org.pavilion.server.realtime.Broadcast;

/** Tells every open page what is announced now; a page that shows it already has nothing to do. */
final class News {
    private static final String STATE = "news";

    private final Announcements announcements;
    private final Broadcast pages;
    private final Json json;

    News(Announcements announcements, Broadcast pages, Json json) {
        this.announcements = announcements;
        this.pages = pages;
        this.json = json;
        tell();
    }

    /** @param key names exactly this list */
    record Showing(String key, List<Item> items) {}

    record Item(Text text, String link, boolean urgent) {}

    void tell() {
        var showing = announcements.showing();
        var items = showing.stream()
                .map(each -> new Item(each.text(), each.link().orElse(""), each.urgent()))
                .toList();
        pages.state(STATE, json.text(new Showing(key(showing), items)));
    }

    /** Names a list of announcements; the page bears the name of the one it shows. */
    static String key(List<Announcement> showing) {
        return showing.stream().map(each -> each.id() + "." + each.version()).collect(Collectors.joining(" "));
    }
}

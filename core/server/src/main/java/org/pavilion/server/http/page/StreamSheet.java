package org.pavilion.server.http.page;

import java.util.List;
import java.util.Optional;
import org.pavilion.server.live.view.StreamDesk;

/**
 * The pictures of a room.
 *
 * @param push address to which encoders push, with {@code {site}} and without a key
 * @param fresh the site that was just given a key
 * @param key the key itself, shown this once
 */
public record StreamSheet(
        StreamDesk desk,
        String push,
        Optional<String> fresh,
        Optional<String> key,
        Typed typed,
        Optional<String> typedSite,
        Optional<Desk.Notice> notice) {

    /** What the key is in the commands of a site. */
    public String keyOf(String site) {
        return fresh.filter(site::equals).flatMap(each -> key).orElse("KEY");
    }

    /** Address of a site's encoder with its key, without the file. */
    public String address(String site) {
        return push.replace("://", "://stream:" + keyOf(site) + "@").replace("{site}", site);
    }

    /** What is wrong with the form of this site. */
    public Typed typed(String site) {
        return typedSite.filter(site::equals).isPresent() ? typed : Typed.NOTHING;
    }

    /** One picture for the newest rates of a rendition: points of a line in a field of 100 × 24. */
    public static String line(List<Long> rates) {
        long most = rates.stream().mapToLong(Long::longValue).max().orElse(0);
        var points = new StringBuilder();
        for (int i = 0; i < rates.size(); i++) {
            double x = rates.size() == 1 ? 0 : 100.0 * i / (rates.size() - 1);
            double y = most == 0 ? 24 : 24 - 22.0 * rates.get(i) / most;
            points.append("%.1f,%.1f ".formatted(x, y));
        }
        return points.toString().strip();
    }
}

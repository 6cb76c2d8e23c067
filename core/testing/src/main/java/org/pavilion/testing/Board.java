package org.pavilion.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * One kind of record on a board made with {@link org.pavilion.api.Catalogue}, and one record of it
 * that every visitor should get to; for {@link Expo#expectBoards}.
 *
 * @param type type of the records' references, e.g. {@code offer}
 * @param list site path of the list, e.g. {@code /market}
 * @param page site path of the record; it ends with its id
 * @param api path of the JSON list below the plugin's own, e.g. {@code /offers}
 * @param words what a visitor types to find the record
 */
public record Board(String type, String list, String page, String api, String words) {
    private static final int STEP = 4;

    /** A board with the usual paths: records below the list, and the type's plural as API. */
    public static Board of(String type, String list, String id, String words) {
        return new Board(type, list, list + "/" + id, "/" + type + "s", words);
    }

    /** The same board with its JSON list at another path. */
    public Board at(String path) {
        return new Board(type, list, page, path, words);
    }

    private record Slice(List<Entry> records, Optional<String> next, long total) {
        record Entry(String id) {}
    }

    /** The ids it lists, after everything a visitor would try. */
    List<String> visit(Expo expo) {
        var guest = expo.as(Role.GUEST);
        for (var language : List.of("", "/en")) {
            guest.page(language + list).expect(200);
            guest.page(language + page).expect(200);
        }
        var id = page.substring(page.lastIndexOf('/') + 1);
        guest.get(api + "/" + id).expect(200);
        var ids = pageThrough(guest);
        if (!ids.contains(id)) {
            throw new AssertionError(api + " lists no " + id + ": " + ids);
        }
        expo.awaitFound(words, type + ":" + id);
        return ids;
    }

    private List<String> pageThrough(Visitor guest) {
        var ids = new ArrayList<String>();
        var path = api + "?limit=" + STEP;
        var slice = guest.get(path).expect(200).as(Slice.class);
        while (slice.next().isPresent() && ids.size() <= slice.total()) {
            slice.records().forEach(entry -> ids.add(entry.id()));
            slice = guest.get(path + "&after=" + slice.next().get()).expect(200).as(Slice.class);
        }
        slice.records().forEach(entry -> ids.add(entry.id()));
        if (ids.size() != slice.total() || new HashSet<>(ids).size() != ids.size()) {
            throw new AssertionError(api + " says " + slice.total() + " records and pages through " + ids);
        }
        return List.copyOf(ids);
    }
}

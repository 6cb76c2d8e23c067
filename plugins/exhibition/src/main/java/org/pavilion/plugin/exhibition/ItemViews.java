package org.pavilion.plugin.exhibition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pavilion.api.Caller;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Problem;

/** Answers what items and the wall of achievements look like, for pages and for the API alike. */
final class ItemViews {
    static final String ITEM_VIEW = "item-view";

    private static final int SIMILAR = 4;

    private final PluginContext context;
    private final Items items;
    private final BoothViews booths;
    private final Cards cards;

    ItemViews(PluginContext context, Items items, BoothViews booths, Cards cards) {
        this.context = context;
        this.items = items;
        this.booths = booths;
        this.cards = cards;
    }

    Item item(String id) {
        return context.storage().read(h -> items.find(h, id)).orElseThrow(() -> Problem.notFound("item " + id));
    }

    ItemView item(String id, Caller visitor) {
        var item = item(id);
        var matches = context.search().similar(item.ref(), "item", SIMILAR, visitor);
        var similar = context.storage()
                .read(h -> matches.stream()
                        .flatMap(match -> items.find(h, match.ref().id()).stream())
                        .toList());
        return new ItemView(
                cards(List.of(item)).getFirst(),
                item.organisations().stream()
                        .flatMap(org -> booths.standsOf(org).stream())
                        .filter(booth -> item.editions().contains(booth.booth().edition()))
                        .toList(),
                cards(similar));
    }

    private List<ItemCard> cards(List<Item> found) {
        Map<String, Zone> zones = context.storage()
                .read(h -> cards.zones(h, found.stream().map(Item::zone).toList()));
        return cards.items(found, zones);
    }

    WallView wall(ItemFilter filter, Optional<String> after, int limit) {
        record Read(Slice<Item> slice, int total, List<Count> fields, List<Count> tags, List<String> editions) {}
        var read = context.storage()
                .read(h -> new Read(
                        items.slice(h, filter, Cursor.of(after), limit),
                        items.count(h, filter),
                        items.counts(h, Attachments.FIELD, filter.edition()),
                        items.counts(h, Attachments.TAG, filter.edition()),
                        items.counts(h, Attachments.EDITION, Optional.empty()).stream()
                                .map(Count::value)
                                .toList()));
        var fields = cards.fields();
        return new WallView(
                cards(read.slice().entries()),
                read.slice().next(),
                read.total(),
                read.fields().stream()
                        .flatMap(count -> Optional.ofNullable(fields.get(count.value())).stream()
                                .map(field -> new WallView.FieldCount(field, count.count())))
                        .toList(),
                read.tags(),
                cards.editions(read.editions()),
                filter.edition().orElse(""),
                filter.field().orElse(""),
                filter.tag().orElse(""));
    }
}

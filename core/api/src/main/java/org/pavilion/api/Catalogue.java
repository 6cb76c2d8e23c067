package org.pavilion.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * One kind of record with everything visitors expect of it, from one description: a list page, a
 * page for each record, a JSON API, import and search. Implement the methods without body, then
 * {@link #open} it in {@link Plugin#start}.
 *
 * <p>Lists show all editions, or with {@code ?edition=} that edition and those it hosts; {@code
 * ?type=} narrows to a category.
 */
@Preview
public interface Catalogue<T extends Record> {
    int PAGE_SIZE = 24;

    /** Where the records are kept. */
    Shelf<T> shelf();

    /** Name and site path of the list; records have their page below it. */
    Listing.Tab list();

    /** One sentence under the list's title. */
    Text lede();

    /** What the categories are called together, e.g. "type of deal". */
    Text categories();

    /** The name of a category's code. */
    Text category(String code);

    Listing.Row row(T record);

    Sheet sheet(T record, List<Link> links);

    SearchDocument document(T record, Instant changed);

    /** The event that says the record was stored anew; its subject is the record. */
    DomainEvent changed(T record);

    /**
     * Links the record to others, inside the write that stores it. Of the links that start at the
     * record these alone stay, so that a link its new text no longer has is gone.
     */
    default void link(Handle handle, Journal journal, T record) {}

    /** Why the record cannot be stored beside those that are there; empty when it can. */
    default Optional<Outcome.Rejected> refuse(Handle handle, T record) {
        return Optional.empty();
    }

    /** Sibling lists of the board, this one included. */
    default List<Listing.Tab> tabs() {
        return List.of();
    }

    /** What to say of a list without records. */
    default Text empty() {
        return new Text("这一届没有这类记录", "This edition has no such records");
    }

    /** Path of the JSON API below the plugin's own, e.g. {@code /offers}. */
    default String api() {
        return "/" + shelf().refType() + "s";
    }

    /** Registers import, search and JSON API, and the pages at {@link #list}'s path. */
    default void open(PluginContext context) {
        openData(context);
        context.pages()
                .at(list().path(), Permission.PUBLIC, request -> Response.page(listing(context, request)))
                .at(
                        list().path() + "/{id}",
                        Permission.PUBLIC,
                        request -> page(context, request, request.path("id"))
                                .orElseThrow(() -> missing(request.path("id"))));
    }

    /** Registers import, search and JSON API only. */
    default void openData(PluginContext context) {
        var shelf = shelf();
        context.imports().accept(shelf.refType(), shelf.type(), (h, journal, line) -> {
            var refused = refuse(h, line);
            if (refused.isPresent()) {
                return refused.get();
            }
            var outcome = shelf.put(h, journal, line, changed(line));
            if (outcome instanceof Outcome.Created || outcome instanceof Outcome.Updated) {
                var ref = new Ref(shelf.refType(), shelf.spine().apply(line).id());
                context.links().renew(h, journal, ref, () -> link(h, journal, line));
            }
            return outcome;
        });
        context.search().provide(shelf.refType(), new SearchSource() {
            @Override
            public Stream<String> ids(Handle h) {
                return shelf.ids(h);
            }

            @Override
            public Optional<SearchDocument> document(Handle h, String id) {
                return shelf.find(h, id)
                        .map(record -> Catalogue.this.document(
                                record,
                                Instant.ofEpochMilli(shelf.changedAt(h, id).orElse(0L))));
            }
        });
        context.routes()
                .add(Route.get(api())
                        .needs(Permission.PUBLIC)
                        .query("edition", "id of an edition; with those it hosts")
                        .query("type", "category code")
                        .query("after", "cursor of the previous slice")
                        .query("limit", "1 to 100")
                        .answers(200, Shelf.Slice.class, shelf.type())
                        .summary(list().label().en())
                        .handle(request ->
                                Response.json(slice(context, request, request.query("limit", PAGE_SIZE, 1, 100)))))
                .add(Route.get(api() + "/{id}")
                        .needs(Permission.PUBLIC)
                        .answers(200, shelf.type())
                        .summary("One of: " + list().label().en())
                        .handle(request -> Response.json(context.storage()
                                .read(h -> shelf.find(h, request.path("id")))
                                .orElseThrow(() -> missing(request.path("id"))))));
    }

    /** The page of one record, or empty when there is none of this id. */
    default Optional<Response> page(PluginContext context, Request request, String id) {
        return context.storage().read(h -> shelf().find(h, id)).map(record -> {
            var subject = new Ref(shelf().refType(), id);
            var links = context.links().of(subject);
            return Response.page(context.templates().sheet(request, sheet(record, links), subject));
        });
    }

    /** The list as the query asks for it. */
    default Html listing(PluginContext context, Request request) {
        var slice = slice(context, request, PAGE_SIZE);
        var editions = editions(context, request);
        var chosen = request.query("type");
        Map<String, Long> counts = context.storage().read(h -> shelf().categories(h, editions));
        var choices = counts.entrySet().stream()
                .map(count -> new Listing.Choice(
                        category(count.getKey()),
                        count.getKey(),
                        count.getValue(),
                        chosen.filter(count.getKey()::equals).isPresent()))
                .toList();
        var filters = choices.size() < 2
                ? List.<Listing.Filter>of()
                : List.of(new Listing.Filter(categories(), "type", choices));
        var tabs = tabs().stream()
                .map(tab -> new Listing.Tab(tab.label(), tab.path(), tab.path().equals(list().path())))
                .toList();
        return context.templates()
                .listing(
                        request,
                        new Listing(
                                list().label(),
                                lede(),
                                list().path(),
                                tabs,
                                filters,
                                slice.records().stream().map(this::row).toList(),
                                slice.total(),
                                slice.next(),
                                empty()));
    }

    private Shelf.Slice<T> slice(PluginContext context, Request request, int limit) {
        var filter = new Shelf.Filter(editions(context, request), request.query("type"));
        return context.storage()
                .read(h -> shelf().slice(h, filter, request.query("after").orElse(null), limit));
    }

    private Set<String> editions(PluginContext context, Request request) {
        return request.query("edition").map(context.directory()::withHosted).orElse(Set.of());
    }

    private Problem missing(String id) {
        return Problem.notFound(shelf().refType() + " " + id);
    }
}

package org.pavilion.plugin.forum;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Catalogue;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.Journal;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Listing;
import org.pavilion.api.Names;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.SearchDocument;
import org.pavilion.api.Sheet;
import org.pavilion.api.Shelf;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** The calls that forums issued. */
record Initiatives(Shelf<InitiativeLine> shelf, Links links, Names names) implements Catalogue<InitiativeLine> {

    Initiatives(PluginContext context, Names names) {
        this(
                new Shelf<>(
                        "initiative",
                        "forum_initiative",
                        InitiativeLine.class,
                        context.json(),
                        line -> new Shelf.Spine(
                                line.id(), line.edition(), "initiative", line.year(), line.name(), line.invented())),
                context.links(),
                names);
    }

    @Override
    public Listing.Tab list() {
        return ForumPlugin.INITIATIVES;
    }

    @Override
    public List<Listing.Tab> tabs() {
        return ForumPlugin.TABS;
    }

    @Override
    public Text lede() {
        return new Text("论坛期间面向社会发布的倡议。", "Calls to the public that were issued during the forums.");
    }

    @Override
    public Text categories() {
        return new Text("类型", "Type");
    }

    @Override
    public Text category(String code) {
        return Terms.of(code);
    }

    @Override
    public DomainEvent changed(InitiativeLine line) {
        return new InitiativeChanged(line.ref(), line.edition());
    }

    @Override
    public void link(Handle h, Journal journal, InitiativeLine line) {
        CoSigners.keep(h, journal, line);
        line.session()
                .ifPresent(session -> links.link(h, journal, line.ref(), new Ref("session", session), "issued-at"));
    }

    @Override
    public Listing.Row row(InitiativeLine line) {
        return new Listing.Row(
                line.ref(),
                line.name(),
                line.summary(),
                Optional.of(line.year()).filter(year -> !year.isEmpty()).map(Text::same),
                List.of(names.edition(line.edition())),
                line.invented());
    }

    @Override
    public Sheet sheet(InitiativeLine line, List<Link> related) {
        return new Sheet(
                list(),
                list().label(),
                line.name(),
                line.summary(),
                row(line).marks(),
                List.of(),
                List.of(),
                related,
                line.source(),
                line.invented()
                        ? Optional.of(new Text("演示数据：整条倡议为虚构。", "Demo data: the whole initiative is invented."))
                        : Optional.empty());
    }

    /** An initiative's page shows more than a sheet: who stands behind it, and its versions. */
    @Override
    public Optional<Response> page(PluginContext context, Request request, String id) {
        return context.storage()
                .read(h -> shelf.find(h, id))
                .map(line -> Response.page(
                        new InitiativePages(context, this, new CoSigners(context, shelf)).page(request, false)));
    }

    @Override
    public SearchDocument document(InitiativeLine line, Instant changed) {
        return new SearchDocument(
                line.ref(),
                line.name(),
                line.summary(),
                Set.of(),
                Map.of("edition", List.of(line.edition())),
                URI.create("/initiatives/" + line.id()),
                Visibility.PUBLIC,
                changed,
                List.of());
    }
}

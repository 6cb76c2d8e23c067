package org.pavilion.server.content;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Journal;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.api.Visibility;

/** The graph of objects: what belongs to what, seen from either end. */
public final class ObjectLinks implements Links {

    /** Says what objects are called and where their pages are; objects nobody may see are absent. */
    @FunctionalInterface
    public interface LinkTitles {
        Map<Ref, LinkTitle> of(Collection<Ref> refs);

        /** All references that mean this object: its own, and those of records that were merged into it. */
        default Set<Ref> same(Ref ref) {
            return Set.of(ref);
        }
    }

    /**
     * An object by its name.
     *
     * @param ref what answers for it, itself unless it was merged into another one
     * @param path of its page without language prefix
     * @param groups of search that may see it
     */
    public record LinkTitle(Ref ref, Text title, String path, Set<String> groups) {}

    record Linked(Ref subject, Ref to, String relation) implements DomainEvent {}

    record Unlinked(Ref subject, Ref to, String relation) implements DomainEvent {}

    private record Edge(Ref other, String relation, boolean outgoing) {}

    /** The links made so far from an object whose links are being made anew. */
    private record Renewal(Ref from, Set<Edge> made) {}

    private static final ScopedValue<Renewal> RENEWAL = ScopedValue.newInstance();
    private static final Set<String> PUBLIC = Visibility.PUBLIC.groups();

    private final Storage storage;
    private final LinkTitles titles;

    public ObjectLinks(Storage storage, DomainEvents events, LinkTitles titles) {
        this.storage = storage;
        this.titles = titles;
        events.publishes("content.linked.v1", Linked.class).publishes("content.unlinked.v1", Unlinked.class);
    }

    @Override
    public void link(Handle handle, Journal journal, Ref from, Ref to, String relation) {
        if (!relation.matches("[a-z][a-z0-9-]{0,39}")) {
            throw Problem.invalid("/relation", "a relation is lower-case kebab, not " + relation);
        }
        if (RENEWAL.isBound() && RENEWAL.get().from().equals(from)) {
            RENEWAL.get().made().add(new Edge(to, relation, true));
        }
        int added = handle.execute(
                """
                insert into content_link(from_ref, to_ref, relation, created_at) values (?, ?, ?, ?)
                on conflict do nothing
                """, from.toString(), to.toString(), relation, journal.now().toEpochMilli());
        if (added > 0) {
            journal.append(new Linked(from, to, relation));
        }
    }

    @Override
    public void unlink(Handle handle, Journal journal, Ref from, Ref to, String relation) {
        int removed = handle.execute(
                "delete from content_link where from_ref = ? and to_ref = ? and relation = ?",
                from.toString(),
                to.toString(),
                relation);
        if (removed > 0) {
            journal.append(new Unlinked(from, to, relation));
        }
    }

    @Override
    public void renew(Handle handle, Journal journal, Ref from, Runnable linking) {
        var made = new HashSet<Edge>();
        ScopedValue.where(RENEWAL, new Renewal(from, made)).run(linking);
        edges(handle, from.toString()).stream()
                .filter(Edge::outgoing)
                .filter(edge -> !made.contains(edge))
                .forEach(edge -> unlink(handle, journal, from, edge.other(), edge.relation()));
    }

    @Override
    public List<Link> of(Ref ref) {
        return of(ref, PUBLIC);
    }

    @Override
    public List<Link> of(Ref ref, Caller caller) {
        return of(ref, caller.groups());
    }

    /** Outgoing before incoming; ends that the groups may not see, or that are gone, are left out. */
    private List<Link> of(Ref ref, Set<String> groups) {
        var same = titles.same(ref);
        var edges = storage.read(handle -> same.stream()
                .flatMap(each -> edges(handle, each.toString()).stream())
                .filter(edge -> !same.contains(edge.other()))
                .sorted(Comparator.comparing(edge -> !edge.outgoing()))
                .toList());
        var refs = new LinkedHashSet<Ref>();
        edges.forEach(edge -> refs.add(edge.other()));
        var named = titles.of(refs);
        var links = new LinkedHashSet<Link>();
        for (var edge : edges) {
            var title = named.get(edge.other());
            if (title != null && !Collections.disjoint(title.groups(), groups)) {
                links.add(new Link(title.ref(), edge.relation(), edge.outgoing(), title.title(), title.path()));
            }
        }
        return List.copyOf(links);
    }

    private static List<Edge> edges(Handle handle, String ref) {
        return handle.createQuery("""
                        select 0 as side, to_ref as other, relation, created_at from content_link where from_ref = :ref
                        union all
                        select 1 as side, from_ref as other, relation, created_at from content_link where to_ref = :ref
                        order by side, relation, created_at, other
                        """)
                .bind("ref", ref)
                .map((row, context) ->
                        new Edge(Ref.of(row.getString("other")), row.getString("relation"), row.getInt("side") == 0))
                .list();
    }
}

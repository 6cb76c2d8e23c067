package org.pavilion.server.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvent;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Journal;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;

/** The graph of objects: what belongs to what, seen from either end. */
public final class ObjectLinks implements Links {

    /** Says what objects are called and where their pages are; objects nobody may see are absent. */
    @FunctionalInterface
    public interface LinkTitles {
        Map<Ref, LinkTitle> of(Collection<Ref> refs);
    }

    /** Name of an object and its page without language prefix. */
    public record LinkTitle(Text title, String path) {}

    record Linked(Ref subject, Ref to, String relation) implements DomainEvent {}

    record Unlinked(Ref subject, Ref to, String relation) implements DomainEvent {}

    private record Edge(Ref other, String relation, boolean outgoing) {}

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

    /** Outgoing before incoming; ends that nobody may see, or that are gone, are left out. */
    @Override
    public List<Link> of(Ref ref) {
        var edges = storage.read(handle -> edges(handle, ref.toString()));
        var refs = new LinkedHashSet<Ref>();
        edges.forEach(edge -> refs.add(edge.other()));
        var named = titles.of(refs);
        var links = new ArrayList<Link>();
        for (var edge : edges) {
            var title = named.get(edge.other());
            if (title != null) {
                links.add(new Link(edge.other(), edge.relation(), edge.outgoing(), title.title(), title.path()));
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

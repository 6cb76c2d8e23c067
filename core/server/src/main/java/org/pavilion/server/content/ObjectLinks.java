package org.pavilion.server.content;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Journal;
import org.pavilion.api.Link;
import org.pavilion.api.Links;
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

    public ObjectLinks(Storage storage, DomainEvents events, LinkTitles titles) {}

    @Override
    public void link(Handle handle, Journal journal, Ref from, Ref to, String relation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unlink(Handle handle, Journal journal, Ref from, Ref to, String relation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Link> of(Ref ref) {
        throw new UnsupportedOperationException();
    }
}

package org.pavilion.api;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The graph of objects: what every "what next" panel reads. Directed, named, idempotent. */
@Stable
public interface Links {
    void link(Handle handle, Journal journal, Ref from, Ref to, String relation);

    void unlink(Handle handle, Journal journal, Ref from, Ref to, String relation);

    /** Links in both directions that touch the object, with the title of the other end as search knows it. */
    List<Link> of(Ref ref);
}

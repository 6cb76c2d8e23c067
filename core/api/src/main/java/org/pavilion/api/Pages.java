package org.pavilion.api;

/** The plugin's pages, rendered on the server: each is useful before any script runs. */
@Stable
public interface Pages {

    /**
     * A GET page at a path below one of the manifest's {@code pages}, e.g. {@code /booth/{id}}. The
     * same page answers below {@code /en}.
     */
    Pages at(String path, Permission needs, Route.Handler handler);

    /**
     * A part of a page the house owns, rendered on the server: {@code home.main} (a section of the
     * home page), {@code frame.strip} (the now-and-next line of every page), {@code
     * organisation.main} and {@code person.main} (query {@code id}), {@code live.main} (below a live
     * room, query {@code target}: what the room belongs to), {@code organiser.agenda} (the organiser's
     * programme; query {@code session} on the page of one, {@code ceremony} on that of its blocks). Parts stand by {@code order},
     * then plugin id. An empty fragment leaves no trace; a failing one costs its own box.
     */
    Pages part(String slot, int order, Route.Handler handler);
}

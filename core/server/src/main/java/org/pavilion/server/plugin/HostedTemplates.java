package org.pavilion.server.plugin;

import org.pavilion.api.Html;
import org.pavilion.api.Listing;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Sheet;
import org.pavilion.api.Templates;

/** The template engine as one plugin sees it. */
record HostedTemplates(Templates engine, Doorway doorway) implements Templates {
    @Override
    public Html render(Request request, String name, Record model) {
        doorway.alive();
        return doorway.within(() -> engine.render(request, name, model));
    }

    @Override
    public Html listing(Request request, Listing listing) {
        doorway.alive();
        return doorway.within(() -> engine.listing(request, listing));
    }

    @Override
    public Html sheet(Request request, Sheet sheet) {
        doorway.alive();
        return doorway.within(() -> engine.sheet(request, sheet));
    }

    @Override
    public Html sheet(Request request, Sheet sheet, Ref subject) {
        doorway.alive();
        return doorway.within(() -> engine.sheet(request, sheet, subject));
    }
}

package org.pavilion.server.plugin;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.pavilion.api.Calendar;
import org.pavilion.api.Ref;
import org.pavilion.server.personal.Personal;

/** People's agendas as one plugin fills them. */
record HostedCalendar(Personal personal, Doorway doorway) implements Calendar {
    @Override
    public void provide(String type, Function<Collection<Ref>, List<Entry>> source) {
        doorway.registering();
        personal.provide(doorway.info().id(), type, refs -> doorway.within(() -> source.apply(refs)));
    }
}

package org.pavilion.plugin.exhibition;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.pavilion.api.Directory;
import org.pavilion.api.Edition;
import org.pavilion.api.RoomSource;
import org.pavilion.api.RoomSpec;

/** Every booth of an open edition may have a room to talk in; it costs nothing until somebody speaks. */
final class BoothRooms implements RoomSource {
    private final Directory directory;
    private final Booths booths;

    BoothRooms(Directory directory, Booths booths) {
        this.directory = directory;
        this.booths = booths;
    }

    @Override
    public Optional<RoomSpec> spec(Handle handle, String id) {
        return booths.find(handle, id)
                .filter(booth -> open(directory.edition(booth.edition())))
                .map(booth -> RoomSpec.of(
                                booth.name(),
                                RoomSpec.Module.CHAT,
                                RoomSpec.Module.QUESTIONS,
                                RoomSpec.Module.POLLS,
                                RoomSpec.Module.REACTIONS)
                        .in(booth.edition()));
    }

    /** Nobody stands at the booths of an edition that is over, or that has only been announced. */
    static boolean open(Optional<Edition> edition) {
        return edition.filter(each -> each.status() == Edition.Status.OPEN).isPresent();
    }
}

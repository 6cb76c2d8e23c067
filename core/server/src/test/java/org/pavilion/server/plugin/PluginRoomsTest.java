package org.pavilion.server.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Caller;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Room;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.storage.Dialect;
import org.pavilion.server.storage.Store;

final class PluginRoomsTest {
    private static final Caller GUEST = new Caller(new Ref("guest", "g"), Caller.Kind.GUEST, Set.of("pub"));

    @Test
    void whatAPluginOffersHasARoomUntilItStopsAndWhatWasSaidStays() throws IOException {
        try (var store = Store.create(Dialect.SQLITE);
                var house = new House(store)) {
            house.install(Samples.starting("stands", """
                    context.rooms().offer("stand", (h, id) -> id.startsWith("s")
                        ? Optional.of(RoomSpec.of(Text.same("Stand " + id), RoomSpec.Module.CHAT)) : Optional.empty());
                    context.rooms().attach(new Ref("talk", "t1"), RoomSpec.of(Text.same("Talk"), RoomSpec.Module.CHAT));"""));
            var busy = new Ref("stand", "s1");
            var quiet = new Ref("stand", "s2");
            assertEquals(
                    "Stand s2",
                    house.live.of(quiet).map(Room::title).orElseThrow().en());
            assertEquals(Optional.empty(), house.live.of(new Ref("stand", "x")));
            assertTrue(house.live.of(new Ref("talk", "t1")).isPresent());
            house.live.post(GUEST, busy, ChatDraft.of("hello"));
            house.host.stop("stands");
            assertEquals(Optional.empty(), house.live.of(quiet));
            assertEquals(1, house.live.messages(busy, 0, 10).messages().size());
            assertThrows(Problem.class, () -> house.live.post(GUEST, quiet, ChatDraft.of("hello")));
            house.host.start("stands");
            assertTrue(house.live.of(quiet).isPresent());
        }
    }
}

package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.guest;
import static org.pavilion.server.live.LiveHouse.refused;
import static org.pavilion.server.live.LiveHouse.session;
import static org.pavilion.server.live.LiveHouse.talk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Ref;
import org.pavilion.api.Room.Phase;
import org.pavilion.api.RoomSpec;
import org.pavilion.api.Text;
import org.pavilion.server.directory.EditionDraft;
import org.pavilion.server.event.Await;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

@BothStores
final class FrozenRoomsTest {
    private static final String EDITION = "ed-2027";
    private static final Duration HOUR = Duration.ofHours(1);

    private final LiveHouse house;

    FrozenRoomsTest(Store store) {
        house = new LiveHouse(store);
        house.directory.createEdition(
                EDITION,
                new EditionDraft(
                        Text.same("Spring"),
                        Text.same("An edition"),
                        2027,
                        "open",
                        Optional.empty(),
                        Optional.empty(),
                        "Europe/Berlin",
                        "hybrid",
                        List.of()));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nothingIsSaidDoneOrCountedInTheRoomsOfAFrozenEditionUntilItIsOpenedAgain() {
        var room = house.attach("talk", talk().in(EDITION));
        var other = house.attach("elsewhere", talk());
        var said = house.say(1, room, "hello");
        house.directory.freezeEdition(EDITION, true);

        refused("edition.frozen", () -> house.say(1, room, "too late"));
        refused("edition.frozen", () -> house.rooms.edit(guest(1), room, said.id(), "changed", Optional.empty()));
        refused("edition.frozen", () -> house.rooms.delete(guest(1), room, said.id()));
        refused("edition.frozen", () -> house.rooms.react(guest(1), room, "clap", 1));
        refused("edition.frozen", () -> house.rooms.slow(HOST, room, 5));
        refused("edition.frozen", () -> house.rooms.move(HOST, room, "pause"));
        assertEquals(List.of("hello"), house.texts(room));
        var seen = house.view(room, guest(1));
        assertTrue(seen.over());
        assertEquals(List.of(), seen.can());
        assertEquals(
                "{\"phase\":\"live\",\"over\":true}",
                house.topics.state("room:" + room).get("phase"));
        house.say(1, other, "here we may");

        house.directory.freezeEdition(EDITION, false);
        house.say(1, room, "again");
        house.rooms.react(guest(1), room, "clap", 1);
        assertEquals(List.of("hello", "again"), house.texts(room));
        assertFalse(house.view(room, guest(1)).over());
        assertTrue(house.view(room, guest(1)).can().contains("chat.send"));
    }

    @Test
    void anOfferedRoomOfAFrozenEditionIsNotMadeByAMessage() {
        house.rooms.offer(
                "booth",
                (handle, id) -> Optional.of(
                        RoomSpec.of(Text.same(id), RoomSpec.Module.CHAT).in(EDITION)));
        var booth = new Ref("booth", "b-1");
        house.directory.freezeEdition(EDITION, true);
        assertTrue(house.view(booth, guest(1)).over());
        refused("edition.frozen", () -> house.say(1, booth, "anybody here?"));
        assertEquals(List.of(), house.rooms.states());
    }

    @Test
    void theClockOfAFrozenEditionStandsStillAndGoesOnWhenItIsOpenedAgain() throws InterruptedException {
        var room = house.attach(
                "keynote", session(HOUR.multipliedBy(-2), HOUR.multipliedBy(3)).in(EDITION));
        house.directory.freezeEdition(EDITION, true);
        house.attach("keynote", session(HOUR, HOUR).in(EDITION));
        house.rooms.store().advance(room.toString());
        assertEquals(Phase.SCHEDULED, house.rooms.of(room).orElseThrow().phase());
        house.directory.freezeEdition(EDITION, false);
        Await.until(() -> house.rooms.of(room).orElseThrow().phase() == Phase.LIVE);
    }

    @Test
    void whoLeavesTakesTheirWordsAlongFromAFrozenEditionToo() {
        var room = house.attach("talk", talk().in(EDITION));
        house.say(1, room, "hello");
        house.directory.freezeEdition(EDITION, true);
        house.rooms.chat().erase(guest(1));
        assertEquals(List.of(), house.texts(room));
    }
}

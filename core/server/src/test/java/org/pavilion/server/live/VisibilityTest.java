package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.guest;
import static org.pavilion.server.live.LiveHouse.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Ref;
import org.pavilion.server.live.chat.Chat;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.view.MessageView;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

/** After any course of events every way to read a room shows the same, and never what was removed. */
@BothStores
final class VisibilityTest {
    private static final int STEPS = 60;

    private final Store store;
    private final LiveHouse house;
    private final Random random = new Random(7);

    VisibilityTest(Store store) {
        this.store = store;
        this.house = new LiveHouse(store);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private record Message(int author, String text) {}

    @Test
    void everyWayToReadARoomShowsTheSame() {
        var room = house.attach("keynote", session(Duration.ofMinutes(30), Duration.ofHours(1)));
        var expected = new LinkedHashMap<String, Message>();
        var removed = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            act(room, step, expected, removed);
            if (step % 6 == 5) {
                compare(room, expected, removed);
            }
        }
        // A listener who left in the middle and comes back hears what was changed since.
        long middle = house.view(room, guest(0)).rev() / 2;
        var early = fold(room, 0, middle);
        assertEquals(texts(expected), new ArrayList<>(fold(room, early, middle).values()));
    }

    private void act(Ref room, int step, Map<String, Message> expected, List<String> removed) {
        int kind = expected.isEmpty() ? 0 : random.nextInt(5);
        if (kind < 3) {
            int author = random.nextInt(4);
            var text = "secret-" + step;
            expected.put(house.say(author, room, text).id(), new Message(author, text));
            return;
        }
        var id = List.copyOf(expected.keySet()).get(random.nextInt(expected.size()));
        var message = expected.getOrDefault(id, new Message(0, ""));
        if (kind == 3) {
            var text = "secret-" + step + "-again";
            house.rooms.edit(guest(message.author()), room, id, text, Optional.empty());
            removed.add("\"" + message.text() + "\"");
            expected.put(id, new Message(message.author(), text));
        } else {
            house.rooms.delete(random.nextBoolean() ? HOST : guest(message.author()), room, id);
            removed.add("\"" + message.text() + "\"");
            expected.remove(id);
        }
    }

    private void compare(Ref room, Map<String, Message> expected, List<String> removed) {
        assertEquals(texts(expected), house.texts(room), "history");
        assertEquals(texts(expected), paged(room), "history page by page");
        assertEquals(
                texts(expected), new ArrayList<>(fold(room, 0, Long.MAX_VALUE).values()), "catch-up");
        var page = house.rooms.replay(room, house.rooms.replay(room, 0).last());
        var everything = store.json().text(page)
                + store.json().text(house.rooms.messages(room, 0, 100))
                + house.topics.read("room:" + room, 0, 1_000)
                + house.topics.state("room:" + room);
        removed.forEach(gone -> assertFalse(everything.contains(gone), gone));
    }

    private static List<String> texts(Map<String, Message> expected) {
        return expected.values().stream().map(Message::text).toList();
    }

    private List<String> paged(Ref room) {
        var all = new ArrayList<String>();
        long before = 0;
        while (true) {
            var page = house.rooms.messages(room, before, 7);
            all.addAll(0, page.messages().stream().map(MessageView::text).toList());
            if (!page.more()) {
                return all;
            }
            before = page.messages().getFirst().rev();
        }
    }

    private Map<String, String> fold(Ref room, long after, long until) {
        return fold(room, new LinkedHashMap<>(), after, until);
    }

    private Map<String, String> fold(Ref room, Map<String, String> known, long after) {
        return fold(room, new LinkedHashMap<>(known), after, Long.MAX_VALUE);
    }

    /** What a client that heard these events shows. */
    private Map<String, String> fold(Ref room, Map<String, String> shown, long after, long until) {
        for (var event : house.topics.read("room:" + room, after, 1_000)) {
            if (event.rev() > until) {
                break;
            }
            switch (event.name()) {
                case Chat.SHOWN -> {
                    var message = store.json().read(event.payload(), MessageView.class);
                    shown.put(message.id(), message.text());
                }
                case Chat.EDITED -> {
                    var edited = store.json().read(event.payload(), Chat.Edited.class);
                    shown.replace(edited.id(), edited.text());
                }
                case Chat.DELETED ->
                    shown.remove(store.json()
                            .read(event.payload(), Chat.Deleted.class)
                            .id());
                default -> assertEquals(RoomStore.PHASE_EVENT, event.name());
            }
        }
        return shown;
    }
}

package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.guest;
import static org.pavilion.server.live.LiveHouse.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Ref;
import org.pavilion.server.live.chat.Chat;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.live.view.MessageView;
import org.pavilion.server.live.view.ModesDraft;
import org.pavilion.server.live.words.Rule;
import org.pavilion.server.live.words.RuleBook;
import org.pavilion.server.live.words.RuleSet;
import org.pavilion.server.live.words.Verdict;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

/** After any course of events every way to read a room shows the same, and never what was removed. */
@BothStores
final class VisibilityTest {
    private static final int STEPS = 90;
    private static final int BUCKETS = 12;
    private static final ModesDraft REPORTS_HOLD = new ModesDraft(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(2));

    private final Store store;
    private final LiveHouse house;
    private final Random random = new Random(7);
    private int reporter = 20;

    VisibilityTest(Store store) {
        this.store = store;
        this.house = new LiveHouse(store);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private record Message(int author, String text) {}

    /** What should be seen, in its order, what waits and was refused, and what must be nowhere. */
    private static final class Expected {
        final Map<String, Message> shown = new LinkedHashMap<>();
        final Map<String, Message> waiting = new LinkedHashMap<>();
        final Map<String, Message> refused = new LinkedHashMap<>();
        final Set<String> gone = new LinkedHashSet<>();
    }

    @Test
    void everyWayToReadARoomShowsTheSame() {
        var room = house.attach("keynote", session(Duration.ofMinutes(30), Duration.ofHours(1)));
        house.mount.write((handle, journal) -> house.rooms
                .talk()
                .words()
                .add(
                        handle,
                        journal,
                        RuleBook.HOUSE,
                        new RuleSet(List.of(new Rule("waiting", Verdict.HOLD, "other"))),
                        HOST.ref()));
        house.rooms.modes(HOST, room, REPORTS_HOLD);
        var expected = new Expected();
        for (int step = 0; step < STEPS; step++) {
            act(room, step, expected);
            if (step % 6 == 5) {
                compare(room, expected);
            }
        }
        // A listener who left in the middle and comes back hears what was changed since.
        long middle = house.view(room, guest(0)).rev() / 2;
        var early = fold(room, 0, middle);
        assertEquals(texts(expected.shown), ordered(fold(room, early, middle)));
    }

    private void act(Ref room, int step, Expected expected) {
        int kind = random.nextInt(9);
        if (kind < 3 || expected.shown.isEmpty()) {
            int author = random.nextInt(4);
            var text = "secret-" + step;
            var said = house.rooms.post(
                    guest(author),
                    room,
                    new ChatDraft(text, Optional.of("scroll"), Optional.empty(), Optional.empty(), Optional.empty()));
            expected.shown.put(said.id(), new Message(author, text));
        } else if (kind < 5) {
            int author = random.nextInt(4);
            var text = "waiting " + step;
            var said = house.say(author, room, text);
            assertEquals("held", said.state());
            expected.waiting.put(said.id(), new Message(author, text));
            expected.gone.add(text + "\"");
        } else if (kind == 5) {
            edit(room, step, expected);
        } else if (kind == 6) {
            var id = any(expected.shown);
            var message = take(expected.shown, id);
            house.rooms.delete(random.nextBoolean() ? HOST : guest(message.author()), room, id);
            expected.gone.add(message.text() + "\"");
        } else if (kind == 7) {
            report(room, expected);
        } else {
            decide(room, expected);
        }
    }

    private void edit(Ref room, int step, Expected expected) {
        var id = any(expected.shown);
        var before = expected.shown.getOrDefault(id, new Message(0, ""));
        var after = new Message(before.author(), (random.nextBoolean() ? "secret-" : "waiting ") + step + "-again");
        house.rooms.edit(guest(after.author()), room, id, after.text(), Optional.empty());
        expected.gone.add(before.text() + "\"");
        if (after.text().startsWith("waiting")) {
            expected.shown.remove(id);
            expected.waiting.put(id, after);
            expected.gone.add(after.text() + "\"");
        } else {
            expected.shown.put(id, after);
        }
    }

    private void report(Ref room, Expected expected) {
        var id = any(expected.shown);
        var message = take(expected.shown, id);
        house.rooms.talk().report(guest(reporter++), room, id, "spam");
        house.rooms.talk().report(guest(reporter++), room, id, "spam");
        expected.waiting.put(id, message);
        expected.gone.add(message.text() + "\"");
    }

    private void decide(Ref room, Expected expected) {
        if (!expected.waiting.isEmpty() && random.nextBoolean()) {
            var id = any(expected.waiting);
            house.rooms.talk().reject(HOST, room, id);
            expected.refused.put(id, take(expected.waiting, id));
            return;
        }
        var from = expected.waiting.isEmpty() ? expected.refused : expected.waiting;
        if (!from.isEmpty()) {
            var id = any(from);
            var message = take(from, id);
            house.rooms.talk().approve(HOST, room, id);
            expected.shown.put(id, message);
            expected.gone.remove(message.text() + "\"");
        }
    }

    private static Message take(Map<String, Message> from, String id) {
        var message = from.getOrDefault(id, new Message(0, ""));
        from.remove(id);
        return message;
    }

    private String any(Map<String, Message> messages) {
        return List.copyOf(messages.keySet()).get(random.nextInt(messages.size()));
    }

    private void compare(Ref room, Expected expected) {
        var seen = texts(expected.shown);
        assertEquals(seen, house.texts(room), "history");
        assertEquals(seen, paged(room), "history page by page");
        assertEquals(seen, ordered(fold(room, Map.of(), 0)), "catch-up");
        var everything = replayed(room)
                + store.json().text(house.rooms.messages(room, 0, 100))
                + store.json().text(house.view(room, guest(7)))
                + house.topics.read("room:" + room, 0, 1_000)
                + house.topics.state("room:" + room)
                + house.topics.tick("room:" + room)
                + house.identity.exportOf(guest(7).ref());
        expected.gone.forEach(gone -> assertFalse(everything.contains(gone), gone));
        for (var each : expected.shown.values()) {
            assertTrue(
                    house.identity
                            .exportOf(guest(each.author()).ref())
                            .toString()
                            .contains(each.text()),
                    "export");
        }
        var replayed = replayed(room);
        seen.forEach(text -> assertTrue(replayed.contains(text), "replay of " + text));
    }

    /** Every bucket of the replay. */
    private String replayed(Ref room) {
        int last = house.rooms.replay(room, 0).last();
        var buckets = new StringBuilder();
        for (int bucket = Math.max(0, last - BUCKETS); bucket <= last; bucket++) {
            buckets.append(store.json().text(house.rooms.replay(room, bucket)));
        }
        return buckets.toString();
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

    /** A message as a client shows it, at its place. */
    private record Seen(long rev, String text) {}

    private static List<String> ordered(Map<String, Seen> shown) {
        return shown.values().stream()
                .sorted(Comparator.comparingLong(Seen::rev))
                .map(Seen::text)
                .toList();
    }

    private Map<String, Seen> fold(Ref room, long after, long until) {
        return fold(room, new LinkedHashMap<>(), after, until);
    }

    private Map<String, Seen> fold(Ref room, Map<String, Seen> known, long after) {
        return fold(room, new LinkedHashMap<>(known), after, Long.MAX_VALUE);
    }

    /** What a client that heard these events shows. */
    private Map<String, Seen> fold(Ref room, Map<String, Seen> shown, long after, long until) {
        for (var event : house.topics.read("room:" + room, after, 1_000)) {
            if (event.rev() > until) {
                break;
            }
            switch (event.name()) {
                case Chat.SHOWN -> {
                    var message = store.json().read(event.payload(), MessageView.class);
                    shown.put(message.id(), new Seen(message.rev(), message.text()));
                }
                case Chat.EDITED -> {
                    var edited = store.json().read(event.payload(), Chat.Edited.class);
                    shown.computeIfPresent(edited.id(), (id, seen) -> new Seen(seen.rev(), edited.text()));
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

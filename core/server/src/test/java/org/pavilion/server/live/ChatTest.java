package org.pavilion.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pavilion.server.live.LiveHouse.HOST;
import static org.pavilion.server.live.LiveHouse.guest;
import static org.pavilion.server.live.LiveHouse.keyed;
import static org.pavilion.server.live.LiveHouse.refused;
import static org.pavilion.server.live.LiveHouse.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Ref;
import org.pavilion.server.live.chat.Chat;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.live.view.MessageView;
import org.pavilion.server.settings.Rate;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

@BothStores
final class ChatTest {
    private final Store store;
    private LiveHouse house;

    ChatTest(Store store) {
        this.store = store;
        this.house = new LiveHouse(store);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatManySayAtOnceHasOneOrderWithoutAHole() throws Exception {
        var room = house.attach("keynote", talk());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var saying = new ArrayList<Future<MessageView>>();
            for (int n = 0; n < 80; n++) {
                var text = "message " + n;
                int person = n % 8;
                saying.add(people.submit(() -> house.say(person, room, text)));
            }
            for (var each : saying) {
                each.get();
            }
        }
        var page = house.rooms.messages(room, 0, 100);
        assertEquals(
                LongStream.rangeClosed(1, 80).boxed().toList(),
                page.messages().stream().map(MessageView::rev).toList());
        assertEquals(80, house.view(room, guest(1)).rev());
        assertEquals(
                LongStream.rangeClosed(1, 80).boxed().toList(),
                house.topics.read("room:" + room, 0, 1000).stream()
                        .map(event -> event.rev())
                        .toList());
    }

    @Test
    void whoHasAnAccountSpeaksUnderItsName() {
        var room = house.attach("keynote", talk());
        var mei = person("mei@example.org", "Zhou Mei");
        assertEquals(
                "Zhou Mei",
                house.rooms.post(mei, room, ChatDraft.of("hello")).author().name());
        assertEquals("Zhou Mei", house.view(room, mei).me().name());
        refused("nickname.account", () -> house.rooms.nickname(mei, "Somebody Else"));
        var claims = person("eve@example.org", "Pavilion Admin");
        assertTrue(house.rooms
                .post(claims, room, ChatDraft.of("believe me"))
                .author()
                .name()
                .matches("Guest \\d+|访客 \\d+"));
    }

    private Caller person(String email, String name) {
        var account = house.identity.accounts().create(email, name, Language.EN);
        return new Caller(account.ref(), Caller.Kind.PERSON, Set.of("pub"));
    }

    @Test
    void theSameKeySaysItOnceAndAnswersTheSame() throws Exception {
        var room = house.attach("keynote", talk());
        var draft = keyed("你好", "01J-A");
        try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<MessageView>>();
            for (int n = 0; n < 4; n++) {
                answers.add(clicks.submit(() -> house.rooms.post(guest(1), room, draft)));
            }
            var first = answers.getFirst().get();
            for (var each : answers) {
                assertEquals(first, each.get());
            }
        }
        assertEquals(List.of("你好"), house.texts(room));
        refused("idempotency.mismatch", () -> house.rooms.post(guest(1), room, keyed("other", "01J-A")));
        house.rooms.post(guest(2), room, draft);
        assertEquals(List.of("你好", "你好"), house.texts(room));
    }

    @Test
    void slowModeMakesVisitorsWaitAndTheHostNot() {
        var room = house.attach("keynote", talk());
        refused("access.sign-in", () -> house.rooms.modes(guest(1), room, 30));
        house.rooms.modes(HOST, room, 30);
        assertEquals(30, house.view(room, guest(1)).modes().slowSeconds());
        house.say(1, room, "first");
        house.say(2, room, "somebody else");
        var wait = refused("chat.slow", () -> house.say(1, room, "second"));
        assertTrue(wait.retryAfterMs() > 0 && wait.retryAfterMs() <= 30_000, "waits " + wait.retryAfterMs());
        house.rooms.post(HOST, room, ChatDraft.of("one"));
        house.rooms.post(HOST, room, ChatDraft.of("two"));
        assertEquals(List.of("first", "somebody else", "one", "two"), house.texts(room));
        assertEquals(4, house.view(room, guest(1)).rev());
    }

    @Test
    void onePersonMaySayFiveThingsAtOnceInOneRoom() {
        house.close();
        store.restart();
        house = new LiveHouse(store, Rate.of("1/h burst 5"));
        var room = house.attach("keynote", talk());
        IntStream.range(0, 5).forEach(n -> house.say(1, room, "n" + n));
        var problem = refused("rate.limited", () -> house.say(1, room, "too much"));
        assertTrue(problem.retryAfterMs() > 0);
        house.say(2, room, "somebody else may");
        house.say(1, house.attach("next", talk()), "elsewhere too");
    }

    @Test
    void anAuthorChangesAMessageForTenMinutesAndTheDeskKeepsWhatItSaid() {
        var room = house.attach("keynote", talk());
        var said = house.say(1, room, "frist");
        var changed = house.rooms.edit(guest(1), room, said.id(), "first", Optional.of("k1"));
        assertEquals("first", changed.text());
        assertTrue(changed.editedAt().isPresent());
        assertEquals(said.rev(), changed.rev());
        assertEquals(changed, house.rooms.edit(guest(1), room, said.id(), "first", Optional.of("k1")));
        assertEquals(2, house.view(room, guest(1)).rev());
        refused("chat.not-yours", () -> house.rooms.edit(guest(2), room, said.id(), "mine", Optional.empty()));
        refused("chat.not-yours", () -> house.rooms.edit(HOST, room, said.id(), "mine", Optional.empty()));
        assertEquals(
                List.of("frist"),
                house.mount.read(handle -> handle.select("select text from live_edit")
                        .mapTo(String.class)
                        .list()));
        house.mount.write((handle, journal) -> handle.execute("update live_message set at = at - 600001"));
        refused("chat.too-late", () -> house.rooms.edit(guest(1), room, said.id(), "late", Optional.empty()));
    }

    @Test
    void anAuthorTakesAMessageBackAndTheHostRemovesAny() {
        var room = house.attach("keynote", talk());
        var own = house.say(1, room, "mine");
        var other = house.say(2, room, "theirs");
        refused("chat.not-yours", () -> house.rooms.delete(guest(1), room, other.id()));
        house.rooms.delete(guest(1), room, own.id());
        house.rooms.delete(HOST, room, other.id());
        house.rooms.delete(HOST, room, other.id());
        assertEquals(List.of(), house.texts(room));
        assertEquals(
                List.of(
                        new Told(1, Chat.DELETED, "author"),
                        new Told(2, Chat.DELETED, "moderator"),
                        new Told(3, Chat.DELETED, "author"),
                        new Told(4, Chat.DELETED, "moderator")),
                told(room));
        var state = house.topics.state("room:" + room).getOrDefault("deleted", "");
        assertTrue(state.contains(own.id()) && state.contains(other.id()), state);
        refused("chat.gone", () -> house.rooms.edit(guest(1), room, own.id(), "again", Optional.empty()));
        refused("chat.gone", () -> house.rooms.post(guest(3), room, answer("why?", own.id())));
    }

    private record Told(long rev, String name, String by) {}

    private List<Told> told(Ref room) {
        return house.topics.read("room:" + room, 0, 100).stream()
                .map(event -> new Told(
                        event.rev(),
                        event.name(),
                        event.payload().contains("\"by\":\"author\"") ? "author" : "moderator"))
                .toList();
    }

    private static ChatDraft answer(String text, String to) {
        return new ChatDraft(text, Optional.empty(), Optional.empty(), Optional.of(to), Optional.empty());
    }

    @Test
    void anAnswerPointsToAMessageOfTheSameRoom() {
        var room = house.attach("keynote", talk());
        var elsewhere = house.attach("other", talk());
        var asked = house.say(1, room, "how much?");
        assertEquals(
                Optional.of(asked.id()),
                house.rooms.post(guest(2), room, answer("¥86m", asked.id())).replyTo());
        refused("chat.gone", () -> house.rooms.post(guest(2), elsewhere, answer("¥86m", asked.id())));
        refused("chat.gone", () -> house.rooms.edit(guest(1), elsewhere, asked.id(), "moved", Optional.empty()));
    }

    @Test
    void namesAreTakenOnceAndNobodyKnowsWhoAGuestIsElsewhere() {
        var room = house.attach("keynote", talk());
        var other = house.attach("other", talk());
        house.rooms.nickname(guest(1), "王 小明");
        assertEquals(
                "/name",
                refused("nickname.taken", () -> house.rooms.nickname(guest(2), "王小明"))
                        .pointer());
        refused("request.invalid", () -> house.rooms.nickname(guest(2), "主办方小助手"));
        refused("request.invalid", () -> house.rooms.nickname(guest(2), "x"));
        refused("request.invalid", () -> house.rooms.nickname(guest(2), "a<b>c"));
        house.rooms.nickname(guest(1), "Wang");
        house.rooms.nickname(guest(2), "王小明");
        var said = house.say(1, room, "hello");
        assertEquals("Wang", said.author().name());
        assertTrue(house.say(3, room, "你好").author().name().startsWith("访客 "));
        assertTrue(house.say(3, room, "hello").author().name().startsWith("Guest "));
        var onAChinesePage = house.rooms.post(guest(4), room, ChatDraft.of("hello"), Language.ZH);
        assertTrue(onAChinesePage.author().name().startsWith("访客 "));
        assertEquals(
                "host",
                house.rooms.post(HOST, room, ChatDraft.of("welcome")).author().role());
        assertEquals(house.view(room, guest(1)).me().id(), said.author().id());
        assertNotEquals(
                said.author().id(), house.say(1, other, "hello").author().id());
        assertFalse(store.json().text(house.rooms.messages(room, 0, 100)).contains("g1"));
        assertTrue(house.rooms.me(guest(9), Language.ZH).name().startsWith("访客 "));
    }

    @Test
    void hostileTextIsRefusedOrMadeHarmless() {
        var room = house.attach("keynote", talk());
        for (var text : List.of(
                "",
                "   \n\t ",
                "a\u0000b",
                "\u202Eevil",
                "\u2066x",
                "half \uD800 character",
                "z" + "\u0301".repeat(9),
                "x".repeat(301),
                "\uE000")) {
            refused("request.invalid", () -> house.say(1, room, text));
        }
        assertEquals("a b c", house.say(1, room, " a\n\nb\u2028c ").text());
        assertEquals("é", house.say(1, room, "e\u0301").text());
        assertEquals("<b>&'\"", house.say(1, room, "<b>&'\"").text());
        assertEquals("👩‍🚀🎉", house.say(1, room, "👩‍🚀🎉").text());
        assertEquals("好".repeat(300), house.say(1, room, "好".repeat(300)).text());
        var lane = new ChatDraft("x", Optional.of("left"), Optional.empty(), Optional.empty(), Optional.empty());
        refused("request.invalid", () -> house.rooms.post(guest(1), room, lane));
        var colour = new ChatDraft("x", Optional.of("top"), Optional.of("#000;x"), Optional.empty(), Optional.empty());
        refused("request.invalid", () -> house.rooms.post(guest(1), room, colour));
        refused("request.invalid", () -> house.rooms.post(guest(1), room, keyed("x", "k".repeat(65))));
        refused("not-found", () -> house.say(1, new Ref("session", "nowhere"), "x"));
        assertEquals(5, house.view(room, guest(1)).rev());
    }
}

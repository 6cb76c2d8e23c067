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
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pavilion.api.Caller;
import org.pavilion.api.Language;
import org.pavilion.api.Method;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.server.identity.Credentials;
import org.pavilion.server.identity.Session;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.view.ChatDraft;
import org.pavilion.server.settings.Limit;
import org.pavilion.server.settings.RateTable;
import org.pavilion.server.storage.BothStores;
import org.pavilion.server.storage.Store;

/** Screens and people in a hall hold one role in one room, never a person's, and never longer than the room. */
@BothStores
final class ScreensTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String SITE = "https://expo.example";

    private final LiveHouse house;
    private final Doors doors;
    private final Ref room;

    ScreensTest(Store store) {
        house = new LiveHouse(store);
        doors = house.rooms.doors();
        room = house.attach("keynote", session(HOUR, HOUR));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Caller caller(Session session) {
        return house.identity.caller(
                new Credentials(Optional.of(session.cookie()), Optional.empty(), "192.0.2.1", Optional.empty()));
    }

    private Doors.Paired paired(Ref where) {
        var screen = doors.begin("projector", "");
        doors.pair(HOST, where, screen.code(), Optional.empty(), Optional.of("Stage left"));
        return doors.collect(screen.secret(), Optional.empty()).orElseThrow();
    }

    private Caller inside(Ref where) {
        var code = doors.entry(HOST, where, SITE).code();
        return caller(doors.enter(code, guest(1), "192.0.2.9", Optional.empty()));
    }

    @Test
    void aScreenShowsACodeAndSeesTheRoomOnceAModeratorTypesIt() {
        var screen = doors.begin("projector", "lobby-2");
        assertTrue(screen.code().matches("[A-HJ-NP-Z2-9]{6}"), screen.code());
        assertTrue(doors.waits(screen.secret()));
        assertEquals(Optional.empty(), doors.collect(screen.secret(), Optional.empty()));
        doors.pair(
                HOST,
                room,
                " " + screen.code().toLowerCase(Locale.ROOT).substring(0, 3) + "-"
                        + screen.code().substring(3),
                Optional.of("kiosk"),
                Optional.empty());
        var paired = doors.collect(screen.secret(), Optional.empty()).orElseThrow();
        assertEquals("kiosk", paired.view());
        var caller = caller(paired.session());
        assertEquals(Caller.Kind.DISPLAY, caller.kind());
        assertEquals(Optional.of(new Doors.Screen(room, "kiosk")), doors.screen(caller));
        var shown = doors.display(caller, room, Language.EN, "projector", SITE);
        assertEquals("kiosk", shown.view());
        assertTrue(shown.entry().orElseThrow().address().startsWith(SITE + "/in/"));
        var listed = doors.screens(HOST, room).screens();
        assertEquals(
                List.of("lobby-2"), listed.stream().map(each -> each.label()).toList());
        assertTrue(listed.getFirst().seenAt().isPresent());
    }

    @Test
    void aCodeLetsInOneScreenOnceAndNobodyElseCollectsIt() {
        var screen = doors.begin("projector", "");
        doors.pair(HOST, room, screen.code(), Optional.empty(), Optional.empty());
        refused(
                "display.code-unknown",
                () -> doors.pair(HOST, room, screen.code(), Optional.empty(), Optional.empty()));
        assertEquals(Optional.empty(), doors.collect(screen.code(), Optional.empty()));
        assertTrue(doors.collect(screen.secret(), Optional.empty()).isPresent());
        assertEquals(Optional.empty(), doors.collect(screen.secret(), Optional.empty()));
        assertFalse(doors.waits(screen.secret()));
    }

    @Test
    void guessingCodesEndsSoonAndNeedsTheRightToPair() {
        var tries = RateTable.DEFAULT.of(Limit.PAIRING).burst();
        for (int i = 0; i < tries; i++) {
            refused("display.code-unknown", () -> doors.pair(HOST, room, "AAAAAA", Optional.empty(), Optional.empty()));
        }
        refused("rate.limited", () -> doors.pair(HOST, room, "AAAAAA", Optional.empty(), Optional.empty()));
        var screen = doors.begin("projector", "");
        refused("access.sign-in", () -> doors.pair(guest(1), room, screen.code(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aScreenThatIsSentAwayOrWhoseTimeIsOverIsNobody() {
        var paired = paired(room);
        var screen = caller(paired.session());
        var until = house.identity.passes().find(screen.ref()).orElseThrow().until();
        var end = house.view(room, HOST).endsAt().orElseThrow();
        assertEquals(end.plus(HOUR).toEpochMilli(), until.toEpochMilli());
        doors.revoke(HOST, room, screen.ref().id());
        assertEquals(Caller.Kind.GUEST, caller(paired.session()).kind());
        assertEquals(Optional.empty(), doors.screen(screen));
        refused("access.denied", () -> doors.display(screen, room, Language.EN, "projector", SITE));
        assertEquals(List.of(), doors.screens(HOST, room).screens());
        refused("not-found", () -> doors.revoke(HOST, room, screen.ref().id()));
    }

    @Test
    void aScreenOfOneRoomIsSentAwayThereAlone() {
        var other = house.attach("other", talk());
        var screen = caller(paired(room).session());
        refused("not-found", () -> doors.revoke(HOST, other, screen.ref().id()));
        refused("access.denied", () -> doors.display(screen, other, Language.EN, "projector", SITE));
        assertTrue(doors.screen(screen).isPresent());
    }

    @Test
    void aScreenCanWriteNothingByRouteOrSocket() {
        var screen = caller(paired(room).session());
        var here = house.identity.scope(LivePermissions.in(room));
        house.realtime.commandRights().forEach((name, right) -> {
            assertFalse(house.identity.can(screen, right.needs(), here), name);
            assertFalse(house.identity.canSomewhere(screen, right.needs()), name);
        });
        for (var route : house.rooms.routes()) {
            if (route.method() != Method.GET && !route.needs().equals(Permission.PUBLIC)) {
                assertFalse(house.identity.can(screen, route.needs(), here), route.path());
            }
        }
        refused("access.denied", () -> house.rooms.post(screen, room, ChatDraft.of("hello")));
        refused("access.denied", () -> house.rooms.react(screen, room, "clap", 1));
        refused("access.denied", () -> doors.onDuty(screen, room, true));
        assertTrue(house.identity.can(screen, LivePermissions.WATCH, here));
        refused(
                "access.denied",
                () -> house.identity.require(
                        screen,
                        LivePermissions.WATCH,
                        house.identity.scope(LivePermissions.in(new Ref("session", "other")))));
    }

    @Test
    void whoWasSignedInOnAScreenIsNotAnyMore() {
        var mine = house.identity.exchange(
                house.identity.setupLink().replaceFirst(".*token=", ""), Credentials.none("127.0.0.1"));
        assertEquals(Caller.Kind.OPERATOR, caller(mine).kind());
        var screen = doors.begin("projector", "");
        doors.pair(HOST, room, screen.code(), Optional.empty(), Optional.empty());
        assertTrue(doors.collect(screen.secret(), Optional.of(mine.cookie())).isPresent());
        assertEquals(Caller.Kind.GUEST, caller(mine).kind());
    }

    @Test
    void theCodeOnTheWallLetsPeopleActInThatRoomAlone() {
        var other = house.attach("other", session(HOUR, HOUR));
        var person = inside(room);
        assertEquals(Caller.Kind.IN_ROOM, person.kind());
        assertTrue(doors.inside(person, room));
        assertFalse(doors.inside(person, other));
        house.rooms.post(person, room, ChatDraft.of("from the third row"));
        assertEquals(List.of("from the third row"), house.texts(room));
        refused("access.denied", () -> house.rooms.post(person, other, ChatDraft.of("elsewhere")));
        refused("access.denied", () -> house.rooms.react(person, other, "clap", 1));
        assertTrue(house.identity.can(person, new Permission("search:query"), org.pavilion.api.Scope.EXPO));
        assertFalse(
                house.identity.can(person, LivePermissions.MODERATE, house.identity.scope(LivePermissions.in(room))));
        assertFalse(inside(room).ref().equals(person.ref()), "everybody in the hall is somebody of their own");
    }

    @Test
    void aCodeThatWasReplacedLeadsNowhereAndWhoIsInsideStays() {
        var person = inside(room);
        var before = doors.entry(HOST, room, SITE).code();
        doors.rotateEntry(HOST, room);
        var after = doors.entry(HOST, room, SITE).code();
        assertFalse(after.equals(before));
        assertEquals(Optional.empty(), doors.behind(before));
        assertEquals(Optional.of(room), doors.behind(after));
        refused("not-found", () -> doors.enter(before, guest(2), "192.0.2.7", Optional.empty()));
        assertTrue(doors.inside(person, room));
    }

    @Test
    void anInviteLetsInOnePerson() {
        var codes = doors.invite(HOST, room, 2);
        assertEquals(2, codes.stream().distinct().count());
        doors.enter(codes.getFirst(), guest(1), "192.0.2.7", Optional.empty());
        refused("not-found", () -> doors.enter(codes.getFirst(), guest(2), "192.0.2.8", Optional.empty()));
        assertEquals(1, doors.entry(HOST, room, SITE).invites());
    }

    @Test
    void nobodyComesIntoASessionThatIsOver() {
        var over = house.attach("over", session(Duration.ofHours(3), Duration.ofHours(-2)));
        var code = doors.entry(HOST, over, SITE).code();
        refused("entry.closed", () -> doors.enter(code, guest(1), "192.0.2.7", Optional.empty()));
    }

    @Test
    void theTeamSeesWhoIsOnDutyWhatIsHandedOverAndWhatSomebodyHasInHand() {
        assertTrue(doors.onDuty(HOST, room, true).mine());
        assertEquals(1, doors.duty(HOST, room).people().size());
        assertEquals(
                "Mind row 3",
                doors.handOver(HOST, room, " Mind row 3 ")
                        .handover()
                        .orElseThrow()
                        .note());
        doors.claim(HOST, room, "question:q1", true);
        assertTrue(
                doors.claim(HOST, room, "question:q1", true).claims().getFirst().mine());
        doors.claim(HOST, room, "question:q1", false);
        assertEquals(List.of(), doors.duty(HOST, room).claims());
        assertEquals(List.of(), doors.onDuty(HOST, room, false).people());
        refused("request.invalid", () -> doors.claim(HOST, room, "chat/../x", true));
        refused("access.sign-in", () -> doors.onDuty(guest(1), room, true));
    }
}

package org.pavilion.server.live;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pavilion.api.Caller;
import org.pavilion.api.DomainEvents;
import org.pavilion.api.Language;
import org.pavilion.api.Problem;
import org.pavilion.api.Ref;
import org.pavilion.api.Storage;
import org.pavilion.api.Text;
import org.pavilion.server.identity.Identity;
import org.pavilion.server.identity.Pass;
import org.pavilion.server.identity.Session;
import org.pavilion.server.live.desk.Duty;
import org.pavilion.server.live.display.DisplayChange;
import org.pavilion.server.live.display.Displays;
import org.pavilion.server.live.display.Entries;
import org.pavilion.server.live.question.Move;
import org.pavilion.server.live.question.Questions;
import org.pavilion.server.live.room.Feed;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.room.RoomStore;
import org.pavilion.server.live.view.DeskLoad;
import org.pavilion.server.live.view.DisplayList;
import org.pavilion.server.live.view.DisplayView;
import org.pavilion.server.live.view.DutyView;
import org.pavilion.server.live.view.EntryView;
import org.pavilion.server.live.view.PairingView;
import org.pavilion.server.live.view.RoomState;

/** The other ways into a room: screens of the venue, the code on the wall of its hall, and the desk of its moderators. */
public final class Doors {
    private static final int UPCOMING = 4;

    private final LiveRooms rooms;
    private final Identity identity;
    private final Displays displays;
    private final Entries entries;
    private final Duty duty;
    private volatile Supplier<List<Text>> news = List::of;

    Doors(
            LiveRooms rooms,
            Storage storage,
            DomainEvents events,
            RoomStore store,
            Identity identity,
            Feed feed,
            InstantSource clock) {
        DisplayChange.publish(events);
        this.rooms = rooms;
        this.identity = identity;
        displays = new Displays(storage, store, identity, feed, clock);
        entries = new Entries(storage, store, identity, feed, clock);
        duty = new Duty(storage, store, identity, feed, clock);
        identity.personalData("core/live-desk", duty);
    }

    /** A screen that was let in: the session of its browser, and where it shows what. */
    public record Paired(Session session, Ref room, String view) {}

    /** Who tells which announcements show now. */
    public void announcements(Supplier<List<Text>> showing) {
        news = showing;
    }

    /** A screen asks for a code to show; {@code place} says which screen it is, or nothing. */
    public PairingView begin(String view, String place) {
        return displays.begin(view, place);
    }

    /** Whether a moderator may still type the code of the screen with this secret. */
    public boolean waits(String secret) {
        return displays.waits(secret);
    }

    /** What was decided for the screen with this secret, once. */
    public Optional<Paired> collect(String secret, Optional<String> previous) {
        return displays.collect(secret, previous)
                .map(paired -> new Paired(paired.session(), paired.room(), paired.view()));
    }

    /** Lets in the screen that shows the code. */
    public void pair(Caller by, Ref room, String code, Optional<String> view, Optional<String> label) {
        displays.accept(by, room, code, view, label);
    }

    public DisplayList screens(Caller reader, Ref room) {
        identity.require(reader, LivePermissions.DISPLAY, LivePermissions.in(room));
        return displays.list(room);
    }

    public void revoke(Caller by, Ref room, String display) {
        displays.revoke(by, room, display);
    }

    /** The room and view that a screen was let in for. */
    public record Screen(Ref room, String view) {}

    /** What the caller shows; empty for whoever is no screen. */
    public Optional<Screen> screen(Caller caller) {
        return displays.of(caller).map(shown -> new Screen(shown.room(), shown.view()));
    }

    /** Whether somebody may look at what the room's screens show. */
    public boolean previews(Caller caller, Ref room) {
        return caller.kind() != Caller.Kind.DISPLAY
                && identity.can(caller, LivePermissions.SHOW, LivePermissions.in(room));
    }

    /** What a screen shows; {@code site} is where it was loaded from, for an expo without public address. */
    public DisplayView display(Caller caller, Ref room, Language language, String view, String site) {
        identity.require(caller, LivePermissions.SHOW, LivePermissions.in(room));
        var there = rooms.room(room, caller, language).orElseThrow(() -> Problem.notFound("this room"));
        boolean on = !there.over()
                && !there.phase().equals("replay")
                && !there.phase().equals("archived");
        return new DisplayView(
                there.room(),
                there.title(),
                there.phase(),
                displays.of(caller).map(Displays.Shown::view).orElse(view),
                identity.passes().find(caller.ref()).map(Pass::until),
                on ? Optional.of(entries.view(room, site(site))) : Optional.empty(),
                there.counts(),
                rooms.rooms().rooms().stream()
                        .filter(card -> !card.room().equals(there.room()))
                        .filter(card -> card.phase().equals("live")
                                || card.phase().equals("lobby")
                                || card.phase().equals("scheduled"))
                        .limit(UPCOMING)
                        .toList(),
                news.get());
    }

    /** The way into the room's hall, for its desk. */
    public EntryView entry(Caller reader, Ref room, String site) {
        identity.require(reader, LivePermissions.DISPLAY, LivePermissions.in(room));
        return entries.view(room, site(site));
    }

    public void rotateEntry(Caller by, Ref room) {
        entries.rotate(by, room);
    }

    /** Codes that let in one person each. */
    public List<String> invite(Caller by, Ref room, int count) {
        return entries.invite(by, room, count);
    }

    /** The room that a code on a wall leads to. */
    public Optional<Ref> behind(String code) {
        return entries.room(code);
    }

    /** Lets somebody without account into the hall. */
    public Session enter(String code, Caller who, String address, Optional<String> previous) {
        return entries.enter(code, who, address, previous);
    }

    /** Whether the caller came into the room by the code on its wall. */
    public boolean inside(Caller caller, Ref room) {
        return caller.kind() == Caller.Kind.IN_ROOM
                && identity.can(caller, LivePermissions.ASK, LivePermissions.in(room));
    }

    /** Moves a question on, as the desk's plain form asks. */
    public void act(Caller by, Ref room, String question, String move) {
        rooms.questions().act(by, room, question, Move.of(move), Questions.Said.NOTHING, Optional.empty());
    }

    /** Adds one reaction from the hall's plain form. */
    public void react(Caller who, Ref room, String kind) {
        rooms.react(who, room, kind, 1);
    }

    /** The rooms that somebody moderates, those that are on first, with what waits at each desk. */
    public List<DeskLoad> desks(Caller reader, int most) {
        var mine = rooms.states().stream()
                .map(RoomState::card)
                .filter(card -> identity.can(reader, LivePermissions.MODERATE, LivePermissions.in(Ref.of(card.room()))))
                .limit(most)
                .toList();
        return duty.loads(mine);
    }

    public DutyView duty(Caller reader, Ref room) {
        identity.require(reader, LivePermissions.MODERATE, LivePermissions.in(room));
        return duty.view(reader, room);
    }

    public DutyView onDuty(Caller who, Ref room, boolean on) {
        return duty.onDuty(who, room, on);
    }

    public DutyView handOver(Caller who, Ref room, String note) {
        return duty.handOver(who, room, note);
    }

    public DutyView claim(Caller who, Ref room, String item, boolean on) {
        return duty.claim(who, room, item, on);
    }

    /** The public address of the house; where it has none, the one the page was loaded from. */
    private String site(String loadedFrom) {
        if (!loadedFrom.matches("https?://[A-Za-z0-9.\\[\\]:-]{1,200}")) {
            throw Problem.invalid("/site", "the origin of the page");
        }
        try {
            var site = identity.site(URI.create(loadedFrom).getRawAuthority()).toString();
            return site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
        } catch (Problem noPublicAddress) {
            return noPublicAddress.code().equals("access.insecure") ? loadedFrom : rethrow(noPublicAddress);
        }
    }

    private static String rethrow(Problem problem) {
        throw problem;
    }
}

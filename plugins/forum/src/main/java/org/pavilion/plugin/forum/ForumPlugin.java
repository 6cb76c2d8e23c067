package org.pavilion.plugin.forum;

import java.time.InstantSource;
import java.util.List;
import org.pavilion.api.Listing;
import org.pavilion.api.Names;
import org.pavilion.api.Permission;
import org.pavilion.api.Plugin;
import org.pavilion.api.PluginContext;
import org.pavilion.api.Ref;
import org.pavilion.api.Response;
import org.pavilion.api.Text;

/** The forum board: the programme, its sessions, speakers and initiatives, and the now-and-next line of every page. */
public final class ForumPlugin implements Plugin {
    static final Listing.Tab AGENDA = new Listing.Tab(new Text("日程", "Agenda"), "/agenda", false);
    static final Listing.Tab SESSIONS = new Listing.Tab(new Text("论坛场次", "Sessions"), "/forum", false);
    static final Listing.Tab INITIATIVES = new Listing.Tab(new Text("倡议", "Initiatives"), "/initiatives", false);
    static final List<Listing.Tab> TABS = List.of(AGENDA, SESSIONS, INITIATIVES);

    @Override
    public void start(PluginContext context) {
        context.events()
                .publishes("forum.session-changed.v1", SessionChanged.class)
                .publishes("forum.initiative-changed.v1", InitiativeChanged.class)
                .publishes("forum.block-changed.v1", BlockChanged.class)
                .publishes("forum.block-run.v1", BlockRun.class)
                .publishes("forum.initiative-signed.v1", InitiativeSigned.class)
                .publishes("forum.seats-changed.v1", SeatsChanged.class)
                .publishes("forum.session-stood.v1", SessionStood.class)
                .publishes("forum.session-told.v1", SessionTold.class);
        var names = new Names(context.directory());
        var clock = InstantSource.system();
        var rooms = new SessionRooms(context, clock);
        var sessions = new Sessions(context, names, rooms, clock);
        var agenda = new Agenda(context, sessions, clock);
        var pages = new ForumPages(context, agenda, sessions, clock);
        rooms.follow(context, sessions.shelf());
        Standing.follow(context);
        var seats = new Seats(context, sessions);
        var desk = new SessionDesk(context, sessions, seats);
        desk.tellPeople();
        var ceremonies = new Ceremonies(context, sessions);
        ceremonies.showLive();
        var mine = new MyProgramme(context, sessions, seats, clock);
        var organiser = new DeskPages(context, agenda, sessions, desk, ceremonies, clock);
        sessions.open(context);
        context.scopes()
                .nest(
                        "session",
                        id -> context.storage()
                                .read(h -> sessions.shelf().find(h, id))
                                .map(session -> new Ref("edition", session.edition())));
        var initiatives = new Initiatives(context, names);
        initiatives.open(context);
        var signers = new CoSigners(context, initiatives.shelf());
        new InitiativePages(context, initiatives, signers).open();
        context.personalData(new KeptOfPeople(List.of(seats, signers)));
        new DemoDays(context, sessions).listen();

        var calendars = new Calendars(context, agenda, sessions);
        context.calendar().provide("session", calendars::entries);
        var speakers = new Speakers(context, sessions);
        var now = new NowAndNext(context, sessions, clock);
        context.pages()
                .at("/agenda", Permission.PUBLIC, request -> Response.page(pages.agenda(request)))
                .at("/agenda.ics", Permission.PUBLIC, calendars::agenda)
                .at("/forum/{id}/session.ics", Permission.PUBLIC, calendars::session)
                .at("/forum/{id}/seat", SeatPage.RESERVE, new SeatPage(context, sessions, seats)::show)
                .part("organiser.agenda", 10, organiser::part)
                .part("frame.strip", 10, now::strip)
                .part("home.main", 20, now::home)
                .part("person.main", 20, speakers::part)
                .part("live.main", 20, pages::room);
        new ForumApi(context, agenda, sessions, speakers, now).addTo(context.routes());
        new DeskApi(context, agenda, sessions, desk, ceremonies, organiser).addTo(context.routes());
        new AttendanceApi(context, sessions, seats, ceremonies, mine).addTo(context.routes());
    }
}

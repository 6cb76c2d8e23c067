package org.pavilion.server.live;

import java.util.List;
import java.util.Optional;
import org.pavilion.api.Limits;
import org.pavilion.api.Permission;
import org.pavilion.api.Ref;
import org.pavilion.api.Request;
import org.pavilion.api.Response;
import org.pavilion.api.Route;
import org.pavilion.server.live.room.LivePermissions;
import org.pavilion.server.live.view.DisplayList;
import org.pavilion.server.live.view.DisplayView;
import org.pavilion.server.live.view.DutyView;
import org.pavilion.server.live.view.EntryView;
import org.pavilion.server.live.view.PairingView;

/** Screens, hall codes and the desk's duty over HTTP, below {@code /api/live}. */
final class DoorRoutes {
    private static final Limits SMALL = Limits.DEFAULT.body(8_192).perMinute(600);
    private static final String ROOM = "/live/rooms/{room}";

    private final Doors doors;

    DoorRoutes(Doors doors) {
        this.doors = doors;
    }

    /**
     * @param view projector, lower-third or kiosk
     * @param place which screen it is, for whoever lets it in
     */
    record PairingDraft(String view, Optional<String> place) {}

    /**
     * @param code what the screen shows
     * @param view another than the screen asked for
     */
    record ScreenDraft(String code, Optional<String> view, Optional<String> label) {}

    record InviteDraft(int count) {}

    /** Codes that let in one person each; the only moment they are listed. */
    record Invites(List<String> codes) {}

    record DutyDraft(boolean on) {}

    record HandoverDraft(String note) {}

    /**
     * @param item question:id or message:id
     * @param on whether it is taken in hand or put down
     */
    record ClaimDraft(String item, boolean on) {}

    List<Route> all() {
        return List.of(
                Route.post("/live/pairings")
                        .needs(Permission.PUBLIC)
                        .takes(PairingDraft.class)
                        .limits(Limits.DEFAULT.body(1_024).perMinute(60))
                        .summary("A screen asks for a code to show, good for five minutes.")
                        .answers(200, PairingView.class)
                        .handle(request -> {
                            var draft = request.body(PairingDraft.class);
                            return Response.json(
                                    doors.begin(draft.view(), draft.place().orElse("")));
                        }),
                Route.get(ROOM + "/displays")
                        .needs(LivePermissions.DISPLAY)
                        .at("room", "room")
                        .summary("The screens that show the room.")
                        .answers(200, DisplayList.class)
                        .handle(request -> Response.json(doors.screens(request.caller(), room(request)))),
                Route.post(ROOM + "/displays")
                        .needs(LivePermissions.DISPLAY)
                        .at("room", "room")
                        .takes(ScreenDraft.class)
                        .limits(SMALL)
                        .summary("Lets in the screen that shows the code; it comes within seconds.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            var draft = request.body(ScreenDraft.class);
                            doors.pair(request.caller(), room(request), draft.code(), draft.view(), draft.label());
                            return Response.noContent();
                        }),
                Route.delete(ROOM + "/displays/{id}")
                        .needs(LivePermissions.DISPLAY)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Sends a screen away.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            doors.revoke(request.caller(), room(request), request.path("id"));
                            return Response.noContent();
                        }),
                Route.get(ROOM + "/display")
                        .needs(LivePermissions.SHOW)
                        .at("room", "room")
                        .summary("What a screen of the room shows besides questions and polls.")
                        .query("site", "origin of the page, where the house has no public address")
                        .query("view", "for a preview: projector, lower-third or kiosk")
                        .answers(200, DisplayView.class)
                        .handle(request -> Response.json(doors.display(
                                request.caller(),
                                room(request),
                                request.language(),
                                request.query("view").orElse("projector"),
                                site(request)))),
                Route.get(ROOM + "/entry")
                        .needs(LivePermissions.DISPLAY)
                        .at("room", "room")
                        .summary("The code on the wall of the room's hall.")
                        .query("site", "origin of the page, where the house has no public address")
                        .answers(200, EntryView.class)
                        .handle(request -> Response.json(doors.entry(request.caller(), room(request), site(request)))),
                Route.post(ROOM + "/entry/rotate")
                        .needs(LivePermissions.DISPLAY)
                        .at("room", "room")
                        .limits(SMALL)
                        .summary("Another code for the hall; the one before leads nowhere.")
                        .answers(204, Void.class)
                        .handle(request -> {
                            doors.rotateEntry(request.caller(), room(request));
                            return Response.noContent();
                        }),
                Route.post(ROOM + "/entry/invites")
                        .needs(LivePermissions.DISPLAY)
                        .at("room", "room")
                        .takes(InviteDraft.class)
                        .limits(SMALL)
                        .summary("Codes that let in one person each.")
                        .answers(200, Invites.class)
                        .handle(request -> Response.json(new Invites(doors.invite(
                                request.caller(),
                                room(request),
                                request.body(InviteDraft.class).count())))),
                Route.get(ROOM + "/desk/duty")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .summary("Who looks after the room, and what they have in hand.")
                        .answers(200, DutyView.class)
                        .handle(request -> Response.json(doors.duty(request.caller(), room(request)))),
                Route.put(ROOM + "/desk/duty")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .takes(DutyDraft.class)
                        .limits(SMALL)
                        .summary("Comes on duty, or goes.")
                        .answers(200, DutyView.class)
                        .handle(request -> Response.json(doors.onDuty(
                                request.caller(),
                                room(request),
                                request.body(DutyDraft.class).on()))),
                Route.put(ROOM + "/desk/handover")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .takes(HandoverDraft.class)
                        .limits(SMALL)
                        .summary("Leaves a note for whoever looks after the room next.")
                        .answers(200, DutyView.class)
                        .handle(request -> Response.json(doors.handOver(
                                request.caller(),
                                room(request),
                                request.body(HandoverDraft.class).note()))),
                Route.put(ROOM + "/desk/claims")
                        .needs(LivePermissions.MODERATE)
                        .at("room", "room")
                        .takes(ClaimDraft.class)
                        .limits(SMALL)
                        .summary("Takes an item in hand for a minute, or puts it down.")
                        .answers(200, DutyView.class)
                        .handle(request -> {
                            var draft = request.body(ClaimDraft.class);
                            return Response.json(
                                    doors.claim(request.caller(), room(request), draft.item(), draft.on()));
                        }));
    }

    private static String site(Request request) {
        return request.query("site").orElse("http://localhost");
    }

    private static Ref room(Request request) {
        return RoomTopics.roomId(request.path("room"));
    }
}
